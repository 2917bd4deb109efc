using System.Text;
using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

/// <summary>The programs of all four schedulers, with the little that they remember; and a log of what was run.</summary>
internal sealed class PlayedSchedulers : ISystemCommands
{
    private readonly HashSet<string> active = [];
    private readonly HashSet<string> loaded = [];

    /// <summary>What a call of a program ends with that begins so, in place of what it would do.</summary>
    public Dictionary<string, CommandAnswer> Faults { get; } = [];

    public HashSet<string> Missing { get; } = [];

    public List<string> Changes { get; } = [];

    /// <summary>Null: this user has none.</summary>
    public byte[]? Crontab { get; set; }

    /// <summary>Where systemd finds a person's units, and makes its links.</summary>
    public required string UnitFolder { get; init; }

    /// <summary>By name.</summary>
    public Dictionary<string, string> Tasks { get; } = [];

    public IReadOnlySet<string> Loaded => loaded;

    public IReadOnlySet<string> Active => active;

    public bool Has(string program) => !Missing.Contains(program);

    public CommandAnswer Run(SystemCommand command, CancellationToken cancel = default)
    {
        string line = string.Join(' ', command.Arguments.Prepend(command.Program));
        if (!IsQuestion(line))
            Changes.Add(line);
        if (Faults.FirstOrDefault(f => line.StartsWith(f.Key, StringComparison.Ordinal)).Value is { } fault)
            return fault;
        string[] words = [.. command.Arguments];
        return command.Program switch
        {
            "systemctl" => Systemctl(words),
            "crontab" => CrontabOf(words, command.Input),
            "launchctl" => Launchctl(words),
            "schtasks" => Schtasks(words),
            _ => throw new AssertFailedException($"nobody plays '{line}'"),
        };
    }

    public void Unload(string target) => loaded.Remove(target);

    private static bool IsQuestion(string line) =>
        line is "crontab -l" || line.StartsWith("systemctl --user is-", StringComparison.Ordinal) || line.StartsWith("systemctl --user list-", StringComparison.Ordinal)
        || line.StartsWith("launchctl print", StringComparison.Ordinal) || line.StartsWith("schtasks /query", StringComparison.Ordinal);

    private CommandAnswer Systemctl(string[] words)
    {
        Assert.AreEqual("--user", words[0]);
        return words[1] switch
        {
            "list-timers" or "daemon-reload" => Good(),
            "enable" => Good(() => Enable(words[2])),
            "restart" => Good(() => active.Add(words[2])),
            "stop" => Good(() => active.Remove(words[2])),
            "is-enabled" => Exit(File.Exists(LinkOf(words[2])) ? 0 : 1),
            "is-active" => Exit(active.Contains(words[2]) ? 0 : 3),
            _ => throw new AssertFailedException(words[1]),
        };
    }

    private void Enable(string unit)
    {
        string text = File.ReadAllText(Path.Combine(UnitFolder, unit));
        StringAssert.Contains(text, $"\nWantedBy={TargetOf(unit)}\n");
        Directory.CreateDirectory(Path.GetDirectoryName(LinkOf(unit))!);
        if (!File.Exists(LinkOf(unit)))
            File.CreateSymbolicLink(LinkOf(unit), Path.Combine(UnitFolder, unit));
    }

    private string LinkOf(string unit) => Path.Combine(UnitFolder, $"{TargetOf(unit)}.wants", unit);

    private static string TargetOf(string unit) => unit.EndsWith(".timer", StringComparison.Ordinal) ? "timers.target" : "default.target";

    private CommandAnswer CrontabOf(string[] words, byte[] input) => words[0] switch
    {
        "-l" => Crontab is null ? new CommandAnswer(1, [], "no crontab for ann\n") : new CommandAnswer(0, Crontab, ""),
        "-" => Good(() => Crontab = input),
        "-r" => Good(() => Crontab = null),
        _ => throw new AssertFailedException(words[0]),
    };

    private CommandAnswer Launchctl(string[] words)
    {
        switch (words[0])
        {
            case "print":
                return Exit(!words[1].Contains("tidy-build", StringComparison.Ordinal) || loaded.Contains(words[1]) ? 0 : 113);
            case "enable":
                return Good();
            case "bootout":
                return Exit(loaded.Remove(words[1]) ? 0 : 3);
            case "bootstrap":
                Assert.IsTrue(File.Exists(words[2]), "the property list is there before it is loaded");
                return Exit(loaded.Add($"{words[1]}/tidy-build.schedule") ? 0 : 5);
            default:
                throw new AssertFailedException(words[0]);
        }
    }

    private CommandAnswer Schtasks(string[] words)
    {
        string name = words[2];
        switch (words[0])
        {
            case "/create":
                Tasks[name] = Encoding.Unicode.GetString(File.ReadAllBytes(words[4])).TrimStart('\uFEFF');
                return Good();
            case "/delete":
                return Exit(Tasks.Remove(name) ? 0 : 1);
            case "/query":
                return Tasks.TryGetValue(name, out string? xml) ? new CommandAnswer(0, Encoding.UTF8.GetBytes(xml), "") : new CommandAnswer(1, [], "ERROR: The system cannot find the file specified.");
            default:
                throw new AssertFailedException(words[0]);
        }
    }

    private static CommandAnswer Good(Action? change = null)
    {
        change?.Invoke();
        return Exit(0);
    }

    private static CommandAnswer Exit(int code) => new(code, [], "");
}
