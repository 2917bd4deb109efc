using System.Globalization;

namespace Tidy.Core.Configuration;

/// <summary>Sizes as people write them, in decimal units: <c>10GB</c> is 10^10 bytes, a plain number is bytes.</summary>
public static class ByteSize
{
    public const string ValidValues = "Valid values are a number of bytes, or a number with B, KB, MB, GB or TB (decimal), such as 500MB or 10GB.";

    public static bool TryParse(string? text, out long bytes)
    {
        bytes = 0;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        int digits = rest.Length;
        while (digits > 0 && !char.IsAsciiDigit(rest[digits - 1]))
            digits--;
        if (BytesIn(rest[digits..].TrimStart()) is not { } unit)
            return false;
        if (!decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal count))
            return false;
        if (count > long.MaxValue / unit)
            return false;
        bytes = (long)(count * unit);
        return true;
    }

    /// <summary>A text that <see cref="TryParse"/> reads back, in the largest unit of which it is a whole number.</summary>
    public static string Format(long bytes)
    {
        foreach (string unit in (string[])["TB", "GB", "MB", "KB"])
        {
            long length = BytesIn(unit)!.Value;
            if (bytes != 0 && bytes % length == 0)
                return $"{bytes / length}{unit}";
        }

        return $"{bytes}B";
    }

    private static long? BytesIn(ReadOnlySpan<char> unit) => unit switch
    {
        _ when unit.Length == 0 || Is(unit, "B") => 1,
        _ when Is(unit, "KB") => 1_000,
        _ when Is(unit, "MB") => 1_000_000,
        _ when Is(unit, "GB") => 1_000_000_000,
        _ when Is(unit, "TB") => 1_000_000_000_000,
        _ => null,
    };

    private static bool Is(ReadOnlySpan<char> unit, string name) => unit.Equals(name, StringComparison.OrdinalIgnoreCase);
}
