using System.Text;
using System.Text.Json;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Configuration;

/// <summary>The bytes of one file that a person writes, and the errors that point into it.</summary>
internal sealed class ConfigText
{
    /// <summary>A configuration is written by hand; anything larger is the wrong file.</summary>
    private const int MaxBytes = 1 << 20;

    private readonly byte[] bytes;
    private readonly string path;

    private ConfigText(byte[] bytes, string path)
    {
        this.bytes = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        this.path = path;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw Problem(0, "the file is UTF-16; save it as UTF-8 (PowerShell 5: Out-File -Encoding utf8).");
    }

    public static ConfigText Of(string json, string fileName) => Of(Encoding.UTF8.GetBytes(json), fileName);

    public static ConfigText Of(byte[] json, string fileName) => new(json, fileName);

    public static ConfigText Load(string path)
    {
        TextPlace whole = new(Path.GetFullPath(path));
        try
        {
            using FileStream stream = RegularFile.Open(path);
            byte[] buffer = new byte[MaxBytes + 1];
            int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length <= MaxBytes
                ? new ConfigText(buffer[..length], whole.Path)
                : throw Failure(whole, "the file is larger than 1 MiB; is it a Tidy configuration at all?");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(whole, $"the file '{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>What <c>tidy.json</c> or a preset itself says; presets are named in it and not yet laid under.</summary>
    /// <exception cref="TidyException">It is no JSON, or something in it is wrong.</exception>
    public TidyConfig Parse() => Parse(FileKeys.All);

    /// <exception cref="TidyException">It is no JSON, or something in it is wrong.</exception>
    public T Parse<T>(KeyTable<T> table)
        where T : class
    {
        var reader = new ValueReader(this, bytes);
        try
        {
            return reader.File(table);
        }
        catch (TidyException)
        {
            FileVersion.ThrowIfNewer(bytes, this);
            throw;
        }
        catch (JsonException e)
        {
            FileVersion.ThrowIfNewer(bytes, this);
            throw Problem(OffsetOf(e), $"not valid JSON: {WithoutPosition(e.Message)}", inner: e);
        }
    }

    /// <summary>An error at an offset in the bytes.</summary>
    public TidyException Problem(int offset, string message, string code = Codes.BadConfig, Exception? inner = null)
    {
        // Line and column are both from 1; the column counts UTF-16 units as editors do.
        ReadOnlySpan<byte> before = bytes.AsSpan(..Math.Min(offset, bytes.Length));
        int lineStart = before.LastIndexOf((byte)'\n') + 1;
        TextPlace place = new(path, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
        return Failure(place, message, inner, code);
    }

    /// <summary>The reader counts lines from 0, and the bytes in the line.</summary>
    private int OffsetOf(JsonException e)
    {
        int start = 0;
        for (long line = e.LineNumber ?? 0; line > 0; line--)
            start += bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
        return start + (int)(e.BytePositionInLine ?? 0);
    }

    /// <summary>The reader's own words end in its position, which the caller says better.</summary>
    private static string WithoutPosition(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var at ? message[..at] : message;

    private static TidyException Failure(TextPlace place, string message, Exception? inner = null, string code = Codes.BadConfig) =>
        new(code, ExitCode.Usage, place.Prefix + message, inner) { Place = place };
}
