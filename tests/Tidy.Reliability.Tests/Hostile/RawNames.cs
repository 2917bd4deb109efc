using System.Text;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>Names that Linux allows: every byte but <c>/</c> and NUL.</summary>
internal static class RawNames
{
    public static readonly byte[][] Text =
    [
        .. new[]
        {
            "new\nline.log", "tab\t.log", "return\r.log", "\u001b[31mred\u001b[0m.log", "\u001b]0;title\u0007.log", "\u0001.log", "del\u007f.log", "🦊.log", "\u202egol.exe", "zero\u200bwidth", "\ufeffbom.log",
            "line\u2028separator", "é.log", "e\u0301.log", "Case.LOG", "case.log", "x.", "x ", " x", "x..", "...", "..a", ".. ", "con", "aux.txt", "NUL", "COM1.log", "-rf", "--help", "-", "'", "\"", "`id`", "$(id)",
            "*", "?", "[a]", "{a,b}", "\\", "a\\b.log", "..\\x", "a:b", "C:", "C:x", "|", "<b>", "~", "#x", "!x", "%00", "%2e%2e", "a;b", "a&b", "@name", "::error::x", "##vso[task]", "warning MSB1:", "a=b", "a,b", ".hidden",
            "app.db", "app.db-wal", "key.pem", "tidy-x.tmp", ".tidy-1.part", "ARCHIVE_INDEX.json", "1970-01-01T00:00:00Z", "null", "true", "0",
            new string('a', 251) + ".log", new string('b', 255), new string('é', 125) + ".log", string.Concat(Enumerable.Repeat("🦊", 62)) + ".log",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public static readonly byte[][] NotText = [[0xFF, 0xFE, .. ".log"u8], [(byte)'a', 0xC3], [0xED, 0xA0, 0x80, .. ".log"u8], [0xC0, 0xAE, 0xC0, 0xAE], [0x80], [.. "\uFFFD.log"u8]];

    public static readonly byte[][] All = [.. Text, .. NotText];
}
