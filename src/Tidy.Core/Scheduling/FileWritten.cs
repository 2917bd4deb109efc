using System.Text;

namespace Tidy.Core.Scheduling;

/// <summary>A file with exactly this text.</summary>
public sealed record FileWritten(string Path, string Text) : ScheduleStep
{
    /// <summary>UTF-8 without a mark, unless the reader wants another.</summary>
    public Encoding Encoding { get; init; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>With the mark that the encoding begins with, if any.</summary>
    public byte[] Bytes => [.. Encoding.GetPreamble(), .. Encoding.GetBytes(Text)];

    /// <summary>Whether it is there already, byte for byte.</summary>
    public bool IsDone => File.Exists(Path) && File.ReadAllBytes(Path).AsSpan().SequenceEqual(Bytes);
}
