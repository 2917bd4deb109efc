using System.Text;
using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>A workbench whose configuration tends the archive, and short words for what its plan says about it.</summary>
internal sealed class ArchiveBench(string archive, string rules = "[]", string more = "") : IDisposable
{
    public Workbench Bench { get; } = new($$"""{ "archive": {{archive}}, "rules": {{rules}}{{more}} }""");

    /// <summary>Days before the clock's now.</summary>
    public string Write(string path, string content = "content", double age = 0)
    {
        string full = Bench.Write(path, content);
        File.SetLastWriteTimeUtc(full, Bench.Clock.Now.UtcDateTime.AddDays(-age));
        return full;
    }

    /// <summary>Entries of the archive phase as <c>action source > destination</c>, with the status where it is not planned.</summary>
    public string[] Planned(Func<RunRequest, RunRequest>? change = null) =>
        [.. Bench.Run(RunCommand.Plan, change).Entries.Select(o => o.Entry).Where(e => e.Phase == ArchivePhase.PhaseName).Select(Line)];

    public string[] Findings() => [.. Bench.Plan().Findings.Select(f => $"{f.Code} {f.Path}")];

    public PlanEntry Index(string extension = "json") =>
        Bench.Plan().Entries.Select(o => o.Entry).Single(e => e.Action == PlanAction.WriteIndex && e.Source.Name == $"ARCHIVE_INDEX.{extension}");

    /// <summary>Plays a run: the planned entries for which <paramref name="succeeds"/> holds, then the text of the index.</summary>
    public string Made(PlanEntry index, Func<PlanEntry, bool>? succeeds = null) => Encoding.UTF8.GetString(index.Content!.Make(CarriedOut(succeeds ?? (_ => true)))!);

    public List<CarriedOut> CarriedOut(Func<PlanEntry, bool> succeeds) =>
        [.. Bench.Plan().Entries.Where(o => o.Status == EntryStatus.Planned && o.Entry.Action != PlanAction.WriteIndex && succeeds(o.Entry))
            .Select(o => new CarriedOut(o.Entry, o.Entry.Action == PlanAction.RemoveDuplicate ? null : o.Entry.Destination))];

    /// <summary>Writes what the plan's index entries would write, as a run would.</summary>
    public void WriteIndex()
    {
        foreach (Outcome outcome in Bench.Plan().Entries.Where(o => o.Entry.Action == PlanAction.WriteIndex))
            File.WriteAllBytes(Bench.Root.Resolve(outcome.Entry.Source), outcome.Entry.Content!.Make([])!);
    }

    public void Dispose() => Bench.Dispose();

    private static string Line(PlanEntry entry) =>
        $"{(entry.Status == EntryStatus.Planned ? "" : $"[{WireNames.Of(entry.Status)}] ")}{WireNames.Of(entry.Action)} {entry.Source} > {entry.Destination}";
}
