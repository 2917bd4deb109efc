using System.Globalization;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Holders;
using Tidy.Core.Journal;
using Tidy.Core.Moving;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Tests;
using Tidy.Core.Workspaces;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>A workspace in which movers work outside any lock: whatever keeps them from harm here keeps foreign programs from it too.</summary>
internal sealed class MoverBench(string config) : IDisposable
{
    private readonly TemporaryWorkspace workspace = new();
    private readonly List<RunJournal> journals = [];

    public string At(string relative) => workspace.At(relative);

    public string Write(string relative, string content) => workspace.Write(relative, content);

    public PlanEntry Entry(PlanAction action, string source, string destination)
    {
        OsFiles.Current.Stat(At(source), out FileStat stat);
        return new PlanEntry
        {
            Source = WorkspacePath.Parse(source),
            Destination = WorkspacePath.Parse(destination),
            Action = action,
            Phase = "test",
            Stat = stat,
        };
    }

    /// <summary>With a journal of its own, as each run has it.</summary>
    public Mover Mover(IReadOnlyList<PlanEntry> entries, IOsFiles? files = null) => new(Request, files ?? OsFiles.Current, Journal(entries));

    /// <summary>Carries them all out as a run does, and tells of each when it is decided.</summary>
    public void Pass(IReadOnlyList<PlanEntry> entries, Action<MoveTry> decided)
    {
        RunServices services = new() { Files = OsFiles.Current, Processes = Processes.Current };
        new MovePass(Request, services, Journal(entries)).CarryOut([.. entries.Select((entry, n) => new MoveTry(n, entry))], decided, CancellationToken.None);
    }

    /// <summary>The content of every file in the folder.</summary>
    public string[] Contents(string folder) => [.. Directory.EnumerateFiles(At(folder)).Select(File.ReadAllText)];

    public void Dispose()
    {
        journals.ForEach(j => j.Dispose());
        workspace.Dispose();
    }

    private RunRequest Request => new() { Command = RunCommand.Apply, Root = workspace.Root, Config = ConfigReader.Parse(config, "tidy.json") };

    private RunJournal Journal(IReadOnlyList<PlanEntry> entries)
    {
        string id = RunFolder.NewId(DateTimeOffset.UtcNow) + journals.Count.ToString(CultureInfo.InvariantCulture);
        RunJournal journal = RunJournal.Begin(workspace.Root, OsFiles.Current, new JournalRecord { Type = JournalTypes.Run, Schema = 1, Run = id, Command = "apply" }, Intents.Of(entries));
        journals.Add(journal);
        return journal;
    }
}
