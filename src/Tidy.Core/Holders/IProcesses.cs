namespace Tidy.Core.Holders;

/// <summary>What the system tells about processes. Advice only: it names, it never classifies.</summary>
public interface IProcesses
{
    /// <summary>This process and the chain of processes that started it.</summary>
    IReadOnlySet<int> SelfAndAncestors { get; }

    /// <summary>Identifies this boot of the machine, or null where the system does not tell.</summary>
    string? BootId { get; }

    /// <summary>
    /// Who has these files (or any file in these folders) open, in one look at the system for all of them. Absolute paths;
    /// a path nobody was seen to hold is absent. Ends after <paramref name="budget"/> with what it has.
    /// </summary>
    IReadOnlyDictionary<string, IReadOnlyList<Holder>> FindHolders(IReadOnlyCollection<string> paths, TimeSpan budget);

    /// <summary>Whether that very process (pid and start time) still runs.</summary>
    bool IsRunning(Holder holder);

    /// <summary>It is a build at work (see <see cref="BuildCommand"/>), as far as the system tells.</summary>
    bool IsBuild(Holder holder);
}
