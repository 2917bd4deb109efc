using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>What must hold in a workspace after something went wrong in it, and after one more run.</summary>
/// <param name="folder">The workspace.</param>
/// <param name="wasThere">Each content that must be somewhere, as often as it was before; one of each is enough.</param>
/// <param name="story">What happened, for a test that fails.</param>
internal sealed class Aftermath(string folder, IReadOnlyList<string> wasThere, string story)
{
    /// <summary>Each content is whole in at least one place, though nobody has put anything right yet.</summary>
    public WorkspaceState AssertNothingIsLost()
    {
        WorkspaceState now = WorkspaceState.In(folder);
        Assert.AreEqual("", Text(wasThere.Except(now.Names)), $"lost: {story}");
        return now;
    }

    /// <summary>A queue is the one of before the run or the one of after it, and nothing else.</summary>
    public void AssertQueueIsOneOf(WorkspaceState now, params WorkspaceState[] possible) => Assert.IsTrue(
        possible.Any(p => p.Queue.SequenceEqual(now.Queue)),
        $"{story}\nthe queue is\n{Text(now.Queue)}\nand not\n{string.Join("\nnor\n", possible.Select(p => Text(p.Queue)))}");

    /// <summary>Nothing is missing, nothing is there twice, no item of the queue is forgotten.</summary>
    /// <param name="isExcused">What may be there too.</param>
    public void AssertIs(WorkspaceState expected, Func<string, bool> isExcused)
    {
        WorkspaceState now = WorkspaceState.In(folder);
        Assert.AreEqual(Text(expected.Names), Text(now.Names.Where(n => !isExcused(n))), story);
        Assert.AreEqual(Text(expected.Queue), Text(now.Queue), $"the queue: {story}");
    }

    /// <summary>As <see cref="AssertNextRunFinishes"/>; but what a run still saw fail, and queued, waits ten minutes unless a person says otherwise.</summary>
    public void AssertNextRunsFinish(params string[] command)
    {
        ToolAnswer next = ToolProcess.Run(folder, command);
        Assert.IsTrue(next.Exit is 0 or 3, $"{story}\nthe next run: {next}");
        if (next.Exit == 3)
            ToolProcess.Run(folder, "retry", "--all").AssertExit(0);
        AssertNextRunFinishes(command);
    }

    /// <summary>One more run comes to its end and leaves neither temporary files nor anything to do.</summary>
    public void AssertNextRunFinishes(params string[] command)
    {
        ToolAnswer next = ToolProcess.Run(folder, command);
        Assert.IsTrue(next.Exit is 0 or 3, $"{story}\nthe next run: {next}");
        Assert.AreEqual("", Payload.Leftovers(folder), $"{story}\nthe next run: {next}");
        RunResult second = Plan(isRepair: command.Contains("--repair"));
        Assert.AreEqual("", Text(second.Entries.Where(e => e.Status == EntryStatus.Planned).Select(e => $"{e.Entry.Source} > {e.Entry.Destination}")),
            $"{story}\nthe next run: {next}\nand yet another one would do this");
        Assert.AreEqual("", Text(RunHistory.List(WorkspaceRoot.At(folder)).Where(r => r.IsInterrupted).Select(r => r.Id)), story);
    }

    private RunResult Plan(bool isRepair)
    {
        RunRequest request = new()
        {
            Command = RunCommand.Plan,
            Root = WorkspaceRoot.At(folder),
            Config = ConfigReader.Read(Path.Combine(folder, WorkspaceRoot.ConfigFileName)),
            Repair = isRepair,
        };
        return new TidyRun(request, RunServices.ForThisMachine()).Execute();
    }

    private static string Text(IEnumerable<string> lines) => string.Join("\n", lines.Order(StringComparer.Ordinal));
}
