namespace Tidy.Core.Queue;

/// <summary>
/// What makes a pending move the same one, whatever id it carries: source, destination and action. A comparer, and not a key of its
/// own: a dictionary over a structure of ours is compiled at every start.
/// </summary>
internal sealed class SameMove : IEqualityComparer<PendingMove>
{
    public static readonly SameMove Comparer = new();

    public bool Equals(PendingMove? one, PendingMove? other) =>
        ReferenceEquals(one, other)
        || (one is not null && other is not null && one.Source.Equals(other.Source) && one.Destination.Equals(other.Destination) && one.Action == other.Action);

    public int GetHashCode(PendingMove item) => (item.Source.GetHashCode() * 397) ^ item.Destination.GetHashCode();
}
