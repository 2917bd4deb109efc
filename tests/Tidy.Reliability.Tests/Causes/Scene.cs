namespace Tidy.Reliability.Tests.Causes;

/// <summary>One way in which a file cannot be moved, or looks as if it could not; a row of a table.</summary>
/// <param name="Arrange">Makes the scene: a script for sh, run in the workspace by the user that runs the tests.</param>
/// <param name="Told">What the first run says.</param>
internal sealed record Scene(string Name, string Arrange, Told Told)
{
    /// <summary>
    /// Entries of the root go to the archive by rules (with <c>conflict: fail</c> those on .tmp); what is in <c>from/</c> goes to <c>to/</c>
    /// by a migration, and so it does in <c>box/</c>, which scenes mount something on.
    /// </summary>
    public const string UsualConfig =
        """
        { "version": 1,
          "rules": [ { "id": "logs", "match": ["*.log", "old/"], "to": "archive/logs/" },
                     { "id": "strict", "match": ["*.tmp"], "to": "archive/tmp/", "conflict": "fail" } ],
          "migrations": [ { "from": "from/", "to": "to/" }, { "from": "box/from/", "to": "box/to/" } ] }
        """;

    /// <summary>Takes the cause away; the holder, if there is one, goes without a script.</summary>
    public string Relieve { get; init; } = "true";

    public Remedy Remedy { get; init; }

    public string Config { get; init; } = UsualConfig;

    public string Source { get; init; } = "a.log";

    public string Destination { get; init; } = "archive/logs/a.log";

    /// <summary>How a child process holds <see cref="Held"/>: a mode of the holder program.</summary>
    public string? HoldMode { get; init; }

    /// <summary>What is held: the source, or something in it.</summary>
    public string? Held { get; init; }

    /// <summary>The tool runs as an ordinary user.</summary>
    public bool AsOther { get; init; }

    /// <summary>Marks, mounts and other people's files need root.</summary>
    public bool NeedsRoot { get; init; }

    /// <summary>The move was queued by an earlier run, and is due.</summary>
    public bool IsPending { get; init; }

    /// <summary>An errno by name: what strace answers in place of the first two renames, where no real file system can be made to.</summary>
    public string? Injected { get; init; }

    /// <summary>The same scene in another folder.</summary>
    public Scene Moving(string source, string destination) => this with { Source = source, Destination = destination };

    public override string ToString() => Name;
}
