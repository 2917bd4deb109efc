using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tidy.Core.Configuration;

/// <summary>The JSON Schema of <c>tidy.json</c>, for editors: made of the tables by which the file is read.</summary>
/// <remarks>
/// Draft 7 is what editors know best. <c>allowComments</c>, <c>allowTrailingCommas</c> and <c>patternErrorMessage</c> are words of VS Code that
/// others pass over.
/// </remarks>
public static class ConfigSchema
{
    public const string Title = "tidy.json of Tidy.Build";

    /// <summary>The key that says which Tidy wrote a schema.</summary>
    internal const string VersionKey = "x-tidy-version";

    // Relaxed: it is a file of its own and no part of a page; quotes and angle brackets stay readable.
    private static readonly JsonWriterOptions Style = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8, for people to read too.</summary>
    /// <param name="version">Of the tool.</param>
    public static byte[] Write(string version)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Style))
            Make(version).WriteTo(writer);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    internal static JsonObject Make(string version)
    {
        JsonObject schema = ObjectSchema.Of(FileKeys.All);
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(2, "description", "What 'dotnet tidy' moves in this repository, and where to. Everything has a default.");
        schema.Insert(3, "$comment", "Written by 'dotnet tidy init', which writes it anew when a later version knows more keys.");
        schema.Insert(4, VersionKey, version);
        schema.Insert(5, "allowComments", true);
        schema.Insert(6, "allowTrailingCommas", true);
        return schema;
    }
}
