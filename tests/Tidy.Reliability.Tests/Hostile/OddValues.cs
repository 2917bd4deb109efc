using System.Text;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>What nobody writes by accident into a file of ours, and what must do no harm there.</summary>
internal static class OddValues
{
    /// <summary>The kinds of JSON: one in three odd values is one of these.</summary>
    private static readonly byte[][] Kinds = [.. "null true 0 \"\" [] {} [null] [{}]".Split(' ').Select(Encoding.ASCII.GetBytes)];

    private static readonly string[] Plain =
    [
        "null", "true", "false", "[]", "{}", "[null]", "[{}]", "{\"a\":null}", "\"\"", "0", "-0", "-1", "1", "2", "1.5", "1e2", "1e400", "-1e400", "1e-400", "12345678901234567890123456789",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "2147483647", "2147483648", "-2147483648", "NaN", "Infinity",
        """ "\ud800" """, """ "a\udc00b" """, """ "\u0000" """, """ "a\u0000b" """, """ "\u001b[2J\u202e" """, """ "\ufffd" """, """ "\ufeff" """, """ "🦊" """, """ "é" """, """ "e\u0301" """,
        """ ".." """, """ "../outside/kept.txt" """, """ "a/../../outside/kept.txt" """, """ "/etc/passwd" """, """ "C:/x" """, """ "C:\\x" """, """ "\\\\server\\share\\x" """, """ "a.txt:stream" """,
        """ ".git" """, """ ".git/config" """, """ ".GIT/config" """, """ "x/.git/hooks/post-commit" """, """ ".autonomous_runs/tidy/run.lock" """, """ ".autonomous_runs/tidy_pending_moves.json" """,
        """ ".autonomous_runs" """, """ "link/kept.txt" """, """ "link" """, """ "link/.tidy-1.part" """, """ "archive/link/x" """, """ "a//b" """, """ "./a.log" """, """ "a.log/" """, """ " " """,
        """ "a.log" """, """ "b.log" """, """ "held.log" """, """ "archive/logs/a.log" """, """ "archive" """, """ "con" """, """ "aux.txt" """, """ "a. " """, """ "*" """, """ "?" """, """ "*a*a*a*a*b" """,
        """ "0001-01-01T00:00:00+14:00" """, """ "0001-01-01T00:00:00Z" """, """ "9999-12-31T23:59:59-14:00" """, """ "9999-12-31T23:59:59.9999999Z" """, """ "2016-12-31T23:59:60Z" """,
        """ "2026-02-30T00:00:00Z" """, """ "2026-11-22T01:13:14" """, """ "2026-11-22T01:13:14.12345678901Z" """, """ "2026-11-22T24:00:00Z" """, """ "2026-11-22" """, """ "2026-11-22T01:13:14+05:30" """,
        """ "1700-01-01T00:00:00Z" """, """ "2999-01-01T00:00:00Z" """, """ "-0001-01-01T00:00:00Z" """,
        """ "pending" """, """ "held" """, """ "abandoned" """, """ "needs_manual" """, """ "succeeded" """, """ "PENDING" """, """ "planned" """, """ "stale" """, """ "plan" """, """ "locked" """,
        """ "move" """, """ "remove_duplicate" """, """ "restore_duplicate" """, """ "remove_empty_dir" """, """ "create_dir" """, """ "write_index" """, """ "compress" """, """ "decompress" """, """ "copy" """, """ "delete" """,
        """ "999999999999d" """, """ "1e9GB" """, """ "0s" """, """ "-5m" """, """ "rename" """, """ "allowlist" """, """ "agents" """, """ "any" """,
        """ "run" """, """ "intent" """, """ "done" """, """ "fail" """, """ "stage" """, """ "copied" """, """ "mkdir" """, """ "write" """, """ "end" """, """ "Directory" """, """ "Link" """, """ "x" """,
    ];

    private static readonly string[] Keys =
    [
        "schema_version", "version", "items", "src", "dest", "status", "unknown", "a\\ud800", "\\u0073rc", "", "id", "entries", "command", "rules", "t", "n", "\\u0000",
    ];

    private static readonly byte[][] Values = [.. Plain.Select(static v => Encoding.UTF8.GetBytes(v.Trim())), .. NotText, .. Huge];

    private static readonly byte[][] Inserts =
    [
        [0], [0, 0, 0, 0], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [(byte)'\r'], [(byte)'\n'], [(byte)'\\'], [(byte)'"'],
        .. "{ } [ ] , : // /* */ \\u \\ud800 #".Split(' ').Select(Encoding.ASCII.GetBytes), .. Values[..40],
    ];

    /// <summary>Texts whose bytes are no UTF-8: as a value, at a path, and half a surrogate.</summary>
    private static byte[][] NotText => [[(byte)'"', 0xFF, (byte)'"'], [(byte)'"', (byte)'a', 0xC3, (byte)'"'], [(byte)'"', 0xED, 0xA0, 0x80, (byte)'"'], [(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']];

    /// <summary>Few of them, for each case with one costs as much as a hundred others.</summary>
    private static byte[][] Huge =>
    [
        Encoding.ASCII.GetBytes(new string('[', 100_000)),
        Encoding.ASCII.GetBytes(new string('[', 100_000) + new string(']', 100_000)),
        Encoding.ASCII.GetBytes($"\"{new string('a', 5_000)}\""),
        Encoding.ASCII.GetBytes($"\"{new string('*', 3_000)}b\""),
        Encoding.ASCII.GetBytes($"\"{string.Join('/', Enumerable.Repeat("d", 20_000))}\""),
    ];

    /// <summary>A JSON value, or what stands in the place of one.</summary>
    public static byte[] Pick(int number) => number % 3 == 0 ? Kinds[number / 3 % Kinds.Length] : Values[number % Values.Length];

    public static byte[] Bytes(int number) => Inserts[number % Inserts.Length];

    public static byte[] Key(int number) => Encoding.UTF8.GetBytes($"\"{Keys[number % Keys.Length]}\"");
}
