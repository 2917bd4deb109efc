using Tidy.Core.Planning;

namespace Tidy.Core.Watching;

/// <summary>Hears of a watch while it goes on; called on the watch's own thread.</summary>
public interface IWatchObserver
{
    void Started(WatchStart start);

    /// <summary>A run is over; most do nothing. Its findings are those that were not there after the run before.</summary>
    void Ran(RunResult result);

    /// <summary>Something beside the runs: the configuration, the lock, the limits of the system.</summary>
    void Said(Finding finding);
}
