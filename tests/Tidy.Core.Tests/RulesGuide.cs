using System.Globalization;
using System.Text;
using Tidy.Core.Configuration;
using Tidy.Core.Rules;

namespace Tidy.Core.Tests;

/// <summary>Writes the rules of the presets as a reader of <c>docs/rules.md</c> has them: a section for each preset, a part for each rule.</summary>
internal static class RulesGuide
{
    private const char Bullet = '-';

    public static string Of(IEnumerable<string> presets)
    {
        StringBuilder text = new();
        foreach (string name in presets)
        {
            TidyConfig preset = Preset.Load(name);
            text.Append(CultureInfo.InvariantCulture, $"## `{name}`\n\n{string.Join("\n", Introduction(name))}\n\n");
            if (preset.Root.SaidPolicy is { } policy)
                text.Append(CultureInfo.InvariantCulture, $"Sets `root.policy` to `{ConfigWords.RootPolicies[(int)policy]}`, and allows:\n\n{Allowed(preset.Root.Allow)}\n");
            foreach (Rule rule in preset.Rules)
                text.Append(CultureInfo.InvariantCulture, $"### `{rule.Id}`\n\n{Verdict(rule)}: {rule.Reason}.\n\n{string.Join("\n", Conditions(rule))}\n\n");
        }

        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>The comment at the top of a preset's file.</summary>
    private static IEnumerable<string> Introduction(string name)
    {
        using StreamReader reader = new(typeof(Preset).Assembly.GetManifestResourceStream($"preset.{name}")!);
        string[] lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        return lines.Skip(1).Select(line => line.Trim()).TakeWhile(line => line.StartsWith("// ", StringComparison.Ordinal)).Select(line => line[3..]);
    }

    private static string Verdict(Rule rule) => rule.Action switch
    {
        RuleAction.Keep => "Stays",
        RuleAction.Report => $"Is reported ({rule.Code ?? Codes.Reported}) and stays",
        _ => $"Goes to `{rule.To}`",
    };

    private static IEnumerable<string> Conditions(Rule rule)
    {
        yield return $"{Bullet} names: {Texts(rule.Match)}";
        if (rule.Except.Count > 0)
            yield return $"{Bullet} not: {Texts(rule.Except)}";
        if (rule.Words.Count > 0)
            yield return $"{Bullet} with a word: {Texts(rule.Words)}";
        if (rule.Beside.Count > 0)
            yield return $"{Bullet} beside: {Texts(rule.Beside)}";
        if (rule.NotBeside.Count > 0)
            yield return $"{Bullet} not beside: {Texts(rule.NotBeside)}";
        if (rule.MinSize is { } least)
            yield return string.Create(CultureInfo.InvariantCulture, $"{Bullet} of at least {least:N0} bytes");
        if (rule.ExceptContent.Count > 0)
            yield return $"{Bullet} not with the content: {Texts(rule.ExceptContent)}";
        if (rule.ExceptMentioned)
            yield return $"{Bullet} not what a script, a workflow or the README mentions";
        if (rule.MinAge > TimeSpan.Zero)
            yield return $"{Bullet} once it is {Duration.Format(rule.MinAge)} old";
    }

    private static string Allowed(IEnumerable<AllowedEntry> entries) =>
        string.Concat(entries.GroupBy(e => e.Reason).Select(g => $"{Bullet} {g.Key}: {Texts(g.Select(e => e.Path))}\n"));

    /// <summary>As code; a text with a backtick in it needs two around it.</summary>
    private static string Texts(IEnumerable<string> texts) => string.Join(" ", texts.Select(text => text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`"));
}
