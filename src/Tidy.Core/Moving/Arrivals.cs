using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>Where the entries of a pass bring something to: a later entry may go on from there.</summary>
internal sealed class Arrivals
{
    private readonly Dictionary<WorkspacePath, MoveTry> byPlace = [];

    public Arrivals(IReadOnlyList<MoveTry> tries)
    {
        foreach (MoveTry one in tries)
        {
            if (one.Entry.Action.Arrives() && one.Entry.Destination is { } at)
                byPlace.TryAdd(at, one);
        }
    }

    /// <summary>No earlier entry was to bring its source, or it did; whatever else is at that place is somebody else's.</summary>
    public bool HasCome(MoveTry one) =>
        !byPlace.TryGetValue(one.Entry.Source, out MoveTry? earlier)
        || earlier.Number >= one.Number
        || (earlier.Result is { IsDone: true, Destination: { } at } && at.Equals(one.Entry.Source));
}
