using Tidy.Core.Workspaces;

namespace Tidy.Core.Watching;

/// <param name="Closed">The waiting files of <see cref="WatchEvents.Closed"/>; whether they are free now, a probe tells.</param>
internal sealed record WatchNews(WatchEvents Events, IReadOnlyCollection<WorkspacePath> Closed)
{
    public static readonly WatchNews Nothing = new(WatchEvents.None, []);

    public bool Has(WatchEvents what) => (Events & what) != WatchEvents.None;

    public WatchNews And(WatchNews other) => new(Events | other.Events, [.. Closed, .. other.Closed]);
}
