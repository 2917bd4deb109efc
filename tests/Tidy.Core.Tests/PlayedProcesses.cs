using Tidy.Core.Holders;

namespace Tidy.Core.Tests;

/// <summary>Processes that a test makes up: who holds what, who still runs, which boot it is.</summary>
internal sealed class PlayedProcesses : IProcesses
{
    /// <summary>By absolute path.</summary>
    public Dictionary<string, IReadOnlyList<Holder>> Holding { get; } = [];

    public HashSet<int> Running { get; } = [];

    public string? BootId { get; set; } = "boot";

    public IReadOnlySet<int> SelfAndAncestors { get; } = new HashSet<int>();

    public IReadOnlyDictionary<string, IReadOnlyList<Holder>> FindHolders(IReadOnlyCollection<string> paths, TimeSpan budget) =>
        Holding.Where(h => paths.Contains(h.Key)).ToDictionary();

    public bool IsRunning(Holder holder) => Running.Contains(holder.ProcessId);

    public bool IsBuild(Holder holder) => false;
}
