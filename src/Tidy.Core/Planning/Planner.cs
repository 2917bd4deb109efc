using Tidy.Core.Journal;
using Tidy.Core.Phases;
using Tidy.Core.Queue;

namespace Tidy.Core.Planning;

/// <summary>Asks the phases in the order of a run. A preview and the real run use this same planner.</summary>
internal sealed class Planner(RunRequest request, RunServices services, StepClock? steps = null)
{
    /// <summary>In the order of a run; the names are those of <c>--phase</c>.</summary>
    public static IReadOnlyList<string> PhaseNames { get; } =
    [
        RetryPhase.PhaseName,
        MigratePhase.PhaseName,
        RootPhase.PhaseName,
        DocsPhase.PhaseName,
        RunsPhase.PhaseName,
        ArchivePhase.PhaseName,
        VerifyPhase.PhaseName,
    ];

    public Plan Plan(PendingQueue queue) => Ask(queue).Build();

    /// <summary>The plan with all that it was made from, so that more can be asked without looking twice.</summary>
    public PlanBuilder Ask(PendingQueue queue)
    {
        PlanBuilder builder = new(request, services, queue);
        foreach (IPhase phase in Phases())
            Ask(phase, builder);

        return builder;
    }

    private void Ask(IPhase phase, PlanBuilder builder)
    {
        (int entries, int findings, int folders) = (builder.Entries.Count, builder.Findings.Count, builder.FoldersRead);
        try
        {
            phase.Plan(builder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException or FormatException)
        {
            builder.Add(new Finding(Codes.PhaseFailed, FindingLevel.Error, null, $"The phase '{phase.Name}' failed and the run goes on with the next: {e.Message}"));
        }

        steps?.Over(phase.Name, () => $"{builder.Entries.Count - entries} entries, {builder.Findings.Count - findings} findings, {builder.FoldersRead - folders} folders read");
    }

    private IEnumerable<IPhase> Phases()
    {
        if (request.Command == RunCommand.Undo)
        {
            yield return new UndoPhase(RunHistory.ToUndo(request.Root, request.UndoOf));
            yield break;
        }

        if (Wants(RetryPhase.PhaseName))
            yield return new RetryPhase();
        if (request.Command == RunCommand.Retry)
            yield break;
        foreach (IPhase phase in (IPhase[])[new MigratePhase(), new RootPhase(), new DocsPhase(), new RunsPhase(), new ArchivePhase(), new VerifyPhase()])
        {
            if (Wants(phase.Name))
                yield return phase;
        }
    }

    private bool Wants(string phase) => request.Phases?.Contains(phase, StringComparer.OrdinalIgnoreCase) ?? true;
}
