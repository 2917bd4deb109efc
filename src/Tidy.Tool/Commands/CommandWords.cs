using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>
/// The arguments with the command in front. Options may stand before it (<c>dotnet tidy --workspace x apply</c>), and it
/// may be missing: then it is <c>plan</c>, or <c>apply</c> with <c>--execute</c>.
/// </summary>
internal sealed record CommandWords(CommandEntry? Entry, string[] Arguments)
{
    /// <summary>The command's name for outputs; <c>plan</c> when it is not known.</summary>
    public string Name => Entry?.Name ?? "plan";

    /// <summary>Whether <see cref="Name"/> reports a run.</summary>
    public bool IsRun => Entry is null or { IsRun: true };

    /// <summary>The format that was asked for, read before parsing: a usage error wants to be printed in it too. Null: none, or none that there is.</summary>
    public OutputFormat? Format { get; private init; }

    public static CommandWords Read(IReadOnlyList<string> args)
    {
        var rest = new List<string>(args);
        CommandEntry? entry = TakeCommand(rest, out bool unknown);
        if (entry is null && !unknown && !AsksAboutTheTool(rest))
            entry = CommandTable.Find(rest.Remove("--execute") ? "apply" : "plan");
        OutputFormat? format = FormatOf(rest);
        if (entry is not null)
            rest.InsertRange(0, entry.Name.Split(' '));
        else if (unknown)
            rest.RemoveRange(0, FirstWord(rest, 0)); // The first problem is the word, not the options before it.
        return new CommandWords(entry, [.. rest]) { Format = format };
    }

    /// <param name="unknown">There is a first word, but it is no command: parsing will say so.</param>
    private static CommandEntry? TakeCommand(List<string> args, out bool unknown)
    {
        int at = FirstWord(args, 0);
        unknown = at < args.Count;
        if (!unknown)
            return null;
        string name = args[at];
        if (CommandTable.Group(name) is not { } group)
            return Take(args, at, name);
        int second = FirstWord(args, at + 1);
        if (second == args.Count)
            return AsksAboutTheTool(args) ? null : Take(args, at, group.Usual);
        if (CommandTable.Find($"{name} {args[second]}") is not { } entry)
            return null;
        args.RemoveAt(second);
        args.RemoveAt(at);
        return entry;
    }

    private static CommandEntry? Take(List<string> args, int at, string name)
    {
        CommandEntry? entry = CommandTable.Find(name);
        if (entry is not null)
            args.RemoveAt(at);
        return entry;
    }

    /// <summary>The first argument from <paramref name="from"/> on that is neither an option nor an option's value.</summary>
    private static int FirstWord(List<string> args, int from)
    {
        int at = from;
        while (at < args.Count && args[at].StartsWith('-'))
            at += CommonOptions.TakesValue(args[at]) ? 2 : 1;
        return Math.Min(at, args.Count);
    }

    private static bool AsksAboutTheTool(List<string> args) => args.Exists(a => a is "--help" or "-h" or "-?" or "--version");

    private static OutputFormat? FormatOf(List<string> args)
    {
        int at = args.FindIndex(a => a.StartsWith("--format", StringComparison.Ordinal));
        if (at < 0)
            return null;
        string word = args[at].Length > "--format=".Length ? args[at]["--format=".Length..] : at + 1 < args.Count ? args[at + 1] : "";
        return CommonOptions.Format(word);
    }
}
