using Tidy.Core;
using Tidy.Core.Journal;
using Tidy.Tool.Commands;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Demo;

/// <summary>The whole story, told by the real commands on a real workspace; only the workspace is made up.</summary>
internal sealed class DemoStory(Invocation call, DemoWorkspace workspace)
{
    /// <summary>A log that the import still writes.</summary>
    private const string HeldFile = "import_run.log";

    private readonly ILines lines = call.Lines();
    private ExitCode worst = ExitCode.Done;

    public ExitCode Tell()
    {
        var before = workspace.Snapshot();
        Say("A messy workspace", $"A repository after a few weeks of builds and tools, in {workspace.Root}.");
        DemoTree.Write(lines, before.Keys);
        using (var holder = DemoHolder.Hold(workspace.At(HeldFile), call.Cancellation))
            TellWhileHeld(holder);
        TellAfterwards();
        return TellUndo(before);
    }

    private void TellWhileHeld(DemoHolder holder)
    {
        Say("Plan first", "What would move, where, and why; the workspace is not touched.");
        Type(ExitCode.Done, "plan");
        Say("Why does a file stay?", "Each decision can be explained; a database, for one, is never moved by a built-in rule.");
        Type(ExitCode.Done, "explain", "app.db");
        Say("Carry it out", $"Another program (process {holder.ProcessId}) still has {HeldFile} open: that is no failure, the file is queued.");
        Type(ExitCode.Pending, "apply");
        Say("The queue", "It survives reboots and says who holds the file and when it is tried again.");
        Type(ExitCode.Done, "queue", "list");
    }

    private void TellAfterwards()
    {
        Say("The other program ends", "The file is free now, so the next run moves it at once, whatever the waiting time.");
        Type(ExitCode.Done, "apply");
        Say("Is it tidy?", "For people, scripts and CI: exit code 0 means yes.");
        Type(ExitCode.Done, "verify");
        DemoTree.Write(lines, workspace.Snapshot().Keys);
    }

    private ExitCode TellUndo(SortedDictionary<string, string> before)
    {
        Say("Changed your mind?", "Every run can be undone; here both, the last one first.");
        foreach (RunRecord run in call.Engine.History(workspace.Root).Reverse().Where(r => r.Done.Count > 0).ToArray())
            Type(ExitCode.Done, "undo", run.Id);
        var after = workspace.Snapshot();
        DemoTree.Write(lines, after.Keys);
        bool same = before.SequenceEqual(after);
        lines.Line();
        lines.Line(
            same ? $"All {before.Count} files are back where they were, byte for byte." : "The workspace is not as it was: this is a defect, please report it.",
            same ? Tone.Good : Tone.Bad);
        return same ? worst : ExitCode.Unexpected;
    }

    private void Say(string heading, string sentence)
    {
        call.Cancellation.ThrowIfCancellationRequested();
        lines.Line();
        lines.Line($"== {heading}", Tone.Heading);
        lines.Line(sentence);
        lines.Line();
    }

    /// <summary>Shows what a person would type, and does it: as text, also where a CI system looks on.</summary>
    private void Type(ExitCode expected, params string[] words)
    {
        lines.Line($"$ dotnet tidy {string.Join(' ', words)}", Tone.Heading);
        string[] more = call.Common.NoColor ? ["--no-color", "--format", "text"] : ["--format", "text"];
        var console = call.Console with { Out = call.Data };
        ExitCode exit = new TidyApp(call.Engine, console, call.Cancellation).Run([.. words, "--workspace", workspace.Root.FullPath, .. more]);
        lines.Line($"(exit code {(int)exit})", Tone.Faint);
        call.Cancellation.ThrowIfCancellationRequested();
        if (exit != expected)
            worst = ExitCodes.Worst(worst, ExitCode.Unexpected);
    }
}
