using System.Text;
using System.Text.Json;

namespace Tidy.Core.Configuration;

/// <summary>The bytes of one configuration file, and the errors that point into it.</summary>
internal sealed class ConfigText
{
    /// <summary>A configuration is written by hand; anything larger is the wrong file.</summary>
    private const int MaxBytes = 1 << 20;

    private readonly byte[] bytes;
    private readonly string name;

    private ConfigText(byte[] bytes, string name)
    {
        this.bytes = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        this.name = name;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw At(0, "the file is UTF-16; save it as UTF-8 (PowerShell 5: Out-File -Encoding utf8).");
    }

    public static ConfigText Of(string json, string fileName) => new(Encoding.UTF8.GetBytes(json), Path.GetFileName(fileName));

    public static ConfigText Load(string path)
    {
        string file = Path.GetFileName(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            byte[] buffer = new byte[MaxBytes + 1];
            int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length <= MaxBytes
                ? new ConfigText(buffer[..length], file)
                : throw Failure($"{file}: the file is larger than 1 MiB; is it a Tidy configuration at all?");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure($"{file}: the file '{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <exception cref="TidyException">It is no JSON, or has not the shape of a configuration.</exception>
    public TidyFile Deserialize() => QuickReader.TryRead(bytes) ?? DeserializeOrExplain();

    private TidyFile DeserializeOrExplain()
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, TidyFileJson.Default.TidyFile) ?? throw At(0, "the file is 'null'; it should be an object.");
        }
        catch (JsonException e)
        {
            // A file for a newer version may well have keys that this one does not know: say what matters.
            var place = new JsonPlaces(bytes);
            if (place.VersionOrNull() is { } version)
                RequireVersion(version);
            var (offset, message) = new JsonProblem(place, e).Describe();
            throw At(offset, message, Codes.BadConfig, e);
        }
    }

    /// <exception cref="TidyException">This program cannot read that version.</exception>
    public void RequireVersion(int version)
    {
        if (version > 1)
            throw Problem("version", $"is {version}, which a newer Tidy wrote; this one reads version 1. Update the tool.", Codes.NewerSchema);
        if (version < 1)
            throw Problem("version", $"cannot be {version}. Valid values are 1.");
    }

    /// <summary>An error at the value of <paramref name="path"/> (such as <c>rules[2].to</c>); the message completes "'rules[2].to' …".</summary>
    public TidyException Problem(string path, string message, string code = Codes.BadConfig) =>
        At(new JsonPlaces(bytes).OfPath(path), $"'{path}' {message}", code);

    private TidyException At(long offset, string message, string code = Codes.BadConfig, Exception? inner = null)
    {
        var (line, column) = JsonPlaces.LineAndColumn(bytes, offset);
        return Failure($"{name}({line},{column}): {message}", inner, code);
    }

    private static TidyException Failure(string message, Exception? inner = null, string code = Codes.BadConfig) =>
        new(code, ExitCode.Usage, message, inner);
}
