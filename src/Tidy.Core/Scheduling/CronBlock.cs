using System.Text;

namespace Tidy.Core.Scheduling;

/// <summary>Tidy's lines in a person's crontab(5), between two marks. All other bytes are the person's, in whatever encoding.</summary>
internal static class CronBlock
{
    public const string Begin = "# BEGIN TIDY.BUILD (by 'dotnet tidy schedule install'; taken out by 'schedule uninstall')";
    public const string End = "# END TIDY.BUILD";

    private static readonly byte[] BeginMark = "# BEGIN TIDY.BUILD"u8.ToArray();
    private static readonly byte[] EndMark = "# END TIDY.BUILD"u8.ToArray();

    /// <summary>What is done is in Tidy's own record: cron would send every line that is printed as a mail.</summary>
    public static string TextOf(WantedSchedule wanted)
    {
        string command = $"{CommandOf(wanted.Tool)} >/dev/null 2>&1";
        string logon = wanted.AtLogon ? $"@reboot {command}\n" : "";
        return $"{Begin}\n{logon}{wanted.At.Minute} {wanted.At.Hour} * * * {command}\n{End}\n";
    }

    /// <summary>The crontab with this block at its end and no other.</summary>
    /// <exception cref="FormatException">As for <see cref="Without"/>.</exception>
    public static byte[] With(byte[] crontab, WantedSchedule wanted)
    {
        byte[] rest = Without(crontab);
        byte[] end = rest.Length == 0 || rest[^1] == '\n' ? [] : [(byte)'\n'];
        return [.. rest, .. end, .. Encoding.UTF8.GetBytes(TextOf(wanted))];
    }

    /// <exception cref="FormatException">A mark has no partner; where the block ends is then a guess.</exception>
    public static byte[] Without(byte[] crontab) => Find(crontab) is { } block ? [.. crontab[..block.Start], .. crontab[block.End..]] : crontab;

    /// <returns>The block with its marks, or null.</returns>
    /// <exception cref="FormatException">As for <see cref="Without"/>.</exception>
    public static string? In(byte[] crontab) => Find(crontab) is { } block ? Encoding.UTF8.GetString(crontab[block]) : null;

    private static Range? Find(byte[] crontab)
    {
        int begin = LineWith(crontab, BeginMark, 0);
        int end = LineWith(crontab, EndMark, Math.Max(begin, 0));
        if (begin < 0 && end < 0)
            return null;
        if (begin < 0 || end < 0 || LineWith(crontab, BeginMark, begin + 1) >= 0)
            throw new FormatException($"a line '{Encoding.ASCII.GetString(begin < 0 ? EndMark : BeginMark)} ...' has no partner");
        int newline = Array.IndexOf(crontab, (byte)'\n', end);
        return begin..(newline < 0 ? crontab.Length : newline + 1);
    }

    /// <summary>Where a line begins that begins with <paramref name="mark"/>; -1 for nowhere.</summary>
    private static int LineWith(byte[] crontab, byte[] mark, int from)
    {
        for (int at = from; at < crontab.Length;)
        {
            int found = crontab.AsSpan(at).IndexOf(mark);
            if (found < 0)
                return -1;
            at += found;
            if (at == 0 || crontab[at - 1] == '\n')
                return at;
            at++;
        }

        return -1;
    }

    private static string CommandOf(ToolCommand tool)
    {
        IEnumerable<string> variables = tool.Environment.Select(v => $"{v.Key}={Quoted(v.Value)}");
        return string.Join(' ', variables.Concat(tool.RunBy(CronScheduler.CronName).Select(Quoted)));
    }

    /// <summary>For sh; and a percent sign means a new line to cron, before the shell sees it.</summary>
    private static string Quoted(string word)
    {
        string quoted = word.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or ':') ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
        return quoted.Replace("%", "\\%", StringComparison.Ordinal);
    }
}
