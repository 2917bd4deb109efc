using Tidy.Core.Journal;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>Something that an undo carried out.</summary>
/// <param name="Destination">Where it is again; the source itself for what was made, written or removed in place.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record Reversal(PlanAction Action, WorkspacePath Source, WorkspacePath Destination, long Bytes)
{
    /// <summary>As the undo itself tells it.</summary>
    public static Reversal Of(Outcome outcome) =>
        new(outcome.Entry.Action, outcome.Entry.Source, outcome.Destination ?? outcome.Entry.Source, outcome.Entry.Stat.Size);

    /// <summary>As the journal of an interrupted undo tells it.</summary>
    public static Reversal Of(DoneMove done) => new(done.Action, done.Source, done.Destination, done.Stat.Size);
}
