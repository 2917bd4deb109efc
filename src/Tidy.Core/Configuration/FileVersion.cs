using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tidy.Core.Configuration;

/// <summary>The key <c>version</c> of <c>tidy.json</c>: this program reads version 1.</summary>
internal static class FileVersion
{
    public const string Key = "version";

    public static readonly Value<int> Value = new(Read, () => new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray(1) });

    /// <summary>For a file with a mistake in it: one for a newer version may well have keys that this program does not know.</summary>
    public static void ThrowIfNewer(ReadOnlySpan<byte> json, ConfigText text)
    {
        var reader = new Utf8JsonReader(json, ValueReader.Lenient);
        try
        {
            if (Seek(ref reader) && reader.TryGetInt32(out int version) && version > 1)
                throw text.Problem((int)reader.TokenStartIndex, $"'{Key}' {Newer(version)}", Codes.NewerSchema);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Before any version there is no JSON, or a key that is not valid Unicode: that is the mistake to tell.
        }
    }

    /// <exception cref="TidyException">This program cannot read that version.</exception>
    private static int Read(ref ValueReader json)
    {
        int version = json.Number();
        if (version > 1)
            throw json.Problem(Newer(version), Codes.NewerSchema);
        return version == 1 ? version : throw json.Problem($"cannot be {version}. Valid values are 1.");
    }

    private static string Newer(int version) => $"is {version}, which a newer Tidy wrote; this one reads version 1. Update the tool.";

    /// <summary>Goes to the number, past everything else whatever it is; false when there is none.</summary>
    private static bool Seek(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isFound = reader.ValueTextEquals(Key);
            reader.Read();
            if (isFound)
                return reader.TokenType == JsonTokenType.Number;
            reader.Skip();
        }

        return false;
    }
}
