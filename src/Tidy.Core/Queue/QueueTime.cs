using System.Buffers.Text;

namespace Tidy.Core.Queue;

/// <summary>Times as the queue file has them: UTC, <c>Z</c>, microseconds or whole seconds.</summary>
internal static class QueueTime
{
    public const int MaxLength = 27;

    /// <summary>To the microsecond, which is all that the file keeps: without it a saved time would not equal itself.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>Writes <c>2026-11-22T01:13:14.840657Z</c>, or without a fraction when it is zero, as Python's <c>isoformat</c> does.</summary>
    public static int Format(DateTimeOffset time, Span<byte> target)
    {
        Span<byte> full = stackalloc byte[33];
        // "O" has seven digits of fraction; the file has six.
        Utf8Formatter.TryFormat(time.UtcDateTime, full, out _, 'O');
        bool whole = time.UtcTicks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond == 0;
        int length = whole ? 19 : 26;
        full[..length].CopyTo(target);
        target[length] = (byte)'Z';
        return length + 1;
    }
}
