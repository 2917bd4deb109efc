namespace Tidy.Tool.Rendering;

/// <summary>The names under a heading, a line each; beyond some they are counted.</summary>
internal static class NameList
{
    public static void Write(ILines lines, int count, bool verbose, Func<int, string> name)
    {
        int shown = verbose ? count : Math.Min(count, EntryText.NamesShown);
        for (int i = 0; i < shown; i++)
            lines.Line($"    {name(i)}");
        if (shown < count)
            lines.Line($"    … and {count - shown} more", Tone.Faint);
    }
}
