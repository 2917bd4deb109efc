namespace Tidy.Core.Scheduling;

/// <summary>Starts programs of the system. Tests play schedulers through it that this machine does not have.</summary>
public interface ISystemCommands
{
    /// <summary>Whether there is such a program on the PATH.</summary>
    bool Has(string program);

    /// <summary>Runs it to its end, at most as long as it may take. Cancelled, it is given ten seconds to end by itself, as it gets the signal too.</summary>
    CommandAnswer Run(SystemCommand command, CancellationToken cancel = default);
}
