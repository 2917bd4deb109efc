namespace Tidy.Reliability.Tests.Sweeps;

/// <summary>A command of the tool that is swept, and the workspace that it starts from.</summary>
/// <param name="Name">Also of the test.</param>
internal sealed record Scene(string Name, params string[] Command)
{
    /// <summary>In a command: the id of the run that was the last.</summary>
    public const string LastRun = "LAST-RUN";

    /// <summary>Commands that bring a new workspace to the state that <see cref="Command"/> starts from.</summary>
    public string[][] Before { get; init; } = [];

    /// <summary>Then this command, which is killed in the middle of its moves: <see cref="Command"/> finds what it left.</summary>
    public string[]? InterruptedBefore { get; init; }

    /// <summary>The queue file has been cut off in the middle of an item.</summary>
    public bool QueueIsDamaged { get; init; }

    /// <summary>The archive is on a volume of its own, so everything that goes there is a staged copy.</summary>
    public bool AcrossVolumes { get; init; }

    /// <summary>Another program has <c>held.log</c> open.</summary>
    public bool WithHolder { get; init; }

    /// <summary>There is no <c>tidy.json</c> yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whenever it is interrupted, one more run gives what it gives together with one more run when nothing interrupts it.</summary>
    public bool Converges { get; init; }

    /// <summary>Interrupted and said again, it gives what it gives when nothing interrupts it.</summary>
    public bool IsFinishedByItself { get; init; }

    /// <summary>It changes the queue and nothing else, all of it or nothing.</summary>
    public bool OnlyQueue { get; init; }

    public static IReadOnlyList<Scene> All { get; } =
    [
        new("apply", "apply", "--repair") { WithHolder = true, Converges = true },
        new("apply across volumes", "apply", "--repair") { AcrossVolumes = true, Converges = true },
        new("undo", "undo") { Before = [["apply", "--repair"]] },
        new("undo, said again", "undo") { Before = [["apply", "--repair"]], IsFinishedByItself = true },
        new("undo across volumes", "undo") { Before = [["apply", "--repair"]], AcrossVolumes = true },
        new("undo of an undo", "undo", LastRun) { Before = [["apply", "--repair"], ["undo"]] },
        new("recovery of an apply", "apply", "--repair") { InterruptedBefore = ["apply", "--repair"], Converges = true },
        new("recovery of an undo", "apply") { Before = [["apply", "--repair"]], InterruptedBefore = ["undo"] },
        new("recovery across volumes", "apply", "--repair") { InterruptedBefore = ["apply", "--repair"], AcrossVolumes = true, Converges = true },
        new("restored queue", "apply", "--repair") { QueueIsDamaged = true, Converges = true },
        new("init", "init", "--yes") { IsNew = true, IsFinishedByItself = true },
        new("retry", "retry", "--all") { WithHolder = true, Converges = true },
        new("queue hold", "queue", "hold", "retry.log") { OnlyQueue = true },
        new("queue release", "queue", "release", "retry.log") { Before = [["queue", "hold", "retry.log"]], OnlyQueue = true },
        new("queue drop", "queue", "drop", "retry.log", "again.log") { OnlyQueue = true },
        new("queue clear", "queue", "clear", "--yes") { OnlyQueue = true },
        new("queue archive", "queue", "archive", "--older-than", "0s") { OnlyQueue = true },
    ];

    public override string ToString() => Name;
}
