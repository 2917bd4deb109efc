using System.Text.RegularExpressions;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>
/// A fenced block of a guide, with what a comment right before it says about how it is tried, such as
/// <c>&lt;!-- workspace: messy; exit: 1 --&gt;</c>. Readers do not see the comment.
/// </summary>
/// <param name="Line">Of its fence, from 1.</param>
/// <param name="Language">Empty for none.</param>
/// <param name="Text">Without the fences; each line ends in <c>\n</c>.</param>
/// <param name="Notes">What the comment says: <c>workspace</c>, <c>exit</c>, <c>output</c> or <c>not run</c>.</param>
internal sealed partial record GuideBlock(string Guide, int Line, string Language, string Text, IReadOnlyDictionary<string, string> Notes)
{
    private static readonly string[] KnownNotes = ["workspace", "exit", "output", "not run"];

    /// <summary>A <c>text</c> block that shows what a person types, after <c>$</c>, and what comes.</summary>
    public bool IsSession => Language == "text" && Text.StartsWith("$ ", StringComparison.Ordinal);

    public string? WhyNotRun => Notes.GetValueOrDefault("not run");

    /// <summary>The prepared workspace; null goes on in that of the block before.</summary>
    public string? Workspace => Notes.GetValueOrDefault("workspace");

    public int Exit => Notes.TryGetValue("exit", out string? exit) ? int.Parse(exit) : 0;

    /// <summary>It shows what the block before it printed.</summary>
    public bool IsOutput => Notes.ContainsKey("output");

    public static IReadOnlyList<GuideBlock> Of(string guide) => [.. In(guide, Guides.Read(guide))];

    public static IEnumerable<GuideBlock> In(string guide, string text)
    {
        foreach (Match match in Fenced().Matches(text))
        {
            int line = text.AsSpan(0, match.Groups["fence"].Index).Count('\n') + 1;
            yield return new GuideBlock(guide, line, match.Groups["language"].Value, match.Groups["text"].Value, Read(match.Groups["note"].Value, guide, line));
        }
    }

    /// <summary>The commands of a session, each with the lines that follow it.</summary>
    public IEnumerable<(string Command, string Shown)> Session()
    {
        foreach (string part in ("\n" + Text).Split("\n$ ").Skip(1))
        {
            string[] halves = part.TrimEnd('\n').Split('\n', 2);
            yield return (halves[0], halves.Length == 1 ? "" : halves[1].TrimEnd('\n') + "\n");
        }
    }

    public override string ToString() => $"{Guides.PathOf(Guide)}({Line})";

    private static Dictionary<string, string> Read(string note, string guide, int line)
    {
        Dictionary<string, string> notes = [];
        foreach (string part in note.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] halves = part.Split(':', 2, StringSplitOptions.TrimEntries);
            Assert.Contains(halves[0], KnownNotes, $"{guide}({line}): nobody knows the note '{part}'");
            notes.Add(halves[0], halves.Length == 1 ? "" : halves[1]);
        }

        return notes;
    }

    [GeneratedRegex("^(<!-- (?<note>[^\n]*?) -->\n)?(?<fence>```+)(?<language>[a-z]*)\n(?<text>.*?)^\\k<fence>$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fenced();
}
