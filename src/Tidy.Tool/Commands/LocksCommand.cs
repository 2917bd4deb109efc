using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Core.Platform;
using Tidy.Tool.Engine;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class LocksCommand : TidyCommand
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly CommandArgument paths;
    private readonly CommandOption wait;
    private readonly CommandOption timeout;

    public LocksCommand(CommandLineApplication app)
        : base(app)
    {
        paths = app.Argument("PATH", "Files or folders", multipleValues: true);
        wait = app.Option("--wait", "Wait until all are free", CommandOptionType.NoValue);
        timeout = app.Option("--timeout <TIME>", "With --wait: give up after this time; default: 30s", CommandOptionType.SingleValue);
    }

    public override ExitCode Execute(Invocation call)
    {
        string[] named = [.. paths.Values.OfType<string>()];
        if (named.Length == 0)
            throw new TidyException(Codes.Usage, ExitCode.Usage, "Name at least one file or folder: dotnet tidy locks PATH.");
        if (Array.Find(named, p => !Path.Exists(p)) is { } missing)
            throw new TidyException(Codes.Usage, ExitCode.Usage, $"There is no file or folder '{missing}'.");
        bool json = call.IsJson();
        string[] full = [.. named.Select(Path.GetFullPath)];
        TimeSpan patience = timeout.Value() is { } text ? ShortTime.Parse(text, "--timeout") : TimeSpan.FromSeconds(30);
        IReadOnlyList<PathUse> uses = Look(call, full, wait.HasValue() ? patience : TimeSpan.Zero);
        ExitCode exit = uses.Any(IsHeld) ? ExitCode.Findings : ExitCode.Done;
        if (json)
            WriteJson(call, uses, exit);
        else
            WriteText(call.Lines(), uses);
        return exit;
    }

    /// <summary>Looks until all are free, or the time is up.</summary>
    private static IReadOnlyList<PathUse> Look(Invocation call, string[] full, TimeSpan patience)
    {
        long start = call.Console.Clock.GetTimestamp();
        while (true)
        {
            IReadOnlyList<PathUse> uses = call.Engine.FindUse(full, InUsePolicy.Any);
            if (!uses.Any(IsHeld) || call.Console.Clock.GetElapsedTime(start) >= patience)
                return uses;
            call.Cancellation.WaitHandle.WaitOne(BetweenLooks);
            call.Cancellation.ThrowIfCancellationRequested();
        }
    }

    private static bool IsHeld(PathUse use) => use.Use == FileUse.InUse || use.Holders.Count > 0;

    private static void WriteJson(Invocation call, IReadOnlyList<PathUse> uses, ExitCode exit)
    {
        PathUseJson[] rows = [.. uses.Select(u => new PathUseJson(u.Path, WireNames.Of(u.Use), HolderJson.Of(u.Holders)))];
        ToolJson.WriteObject(call.Data, new LocksJson(RunJson.Version, "locks", rows, (int)exit));
    }

    private static void WriteText(ILines lines, IReadOnlyList<PathUse> uses)
    {
        foreach (PathUse use in uses)
        {
            string path = SafeText.Visible(use.Path);
            if (!IsHeld(use))
            {
                bool known = use.Use == FileUse.Free;
                lines.Add(known ? "free     " : "unknown  ", known ? Tone.Good : Tone.Faint).Line(path);
                continue;
            }

            lines.Add("in use   ", Tone.Warning).Line(path);
            foreach (var holder in use.Holders)
                lines.Line($"         held by {SafeText.Visible(holder.ToString())}{(holder.StartedAt is { } since ? $", since {Measures.Utc(since)}" : "")}");
            if (use.Holders.Count == 0)
                lines.Line("         the system does not tell by whom");
            foreach (string remedy in Remedies.For(use.Holders))
                lines.Line($"         try     {remedy}");
        }
    }
}
