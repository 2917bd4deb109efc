using System.Text;
using Tidy.Core.Tests;
using Tidy.Core.Workspaces;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>The command line on damaged files: it ends with an exit code of ours and a message, and what it prints is what its format says.</summary>
[TestClass]
public sealed class ToolFuzzTests(TestContext context)
{
    private const string Config = """{ "version": 1, "inUse": "off", "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ] }""";

    private static readonly string[] OnAQueue =
    [
        "queue list", "queue list --format json", "queue stats", "queue stats --format json", "queue health", "queue report", "queue report --format markdown", "queue report --format json", "queue show 2f18",
        "queue hold 2f18", "queue release 2f18", "queue drop 2f18", "queue archive", "queue clear --yes", "plan --format sarif", "plan --format github", "apply --format jsonl", "apply", "retry --all --format json",
        "verify --format msbuild", "explain a.log", "history --format json", "undo --format json",
    ];

    private static readonly string[] OnAConfiguration = ["plan", "plan --format json", "verify --format sarif", "explain a.log --format json", "apply --format jsonl", "queue list", "plan --format azure"];

    private static readonly string[] OnAJournal = ["history", "history --format json", "history --format markdown", "apply --format json", "undo", "undo --format json", "plan"];

    [TestMethod]
    public void ADamagedQueue_EndsNoCommandUnexpectedly() => Check("queue", QueueDocuments.All, 300, 12, OnAQueue, static (disk, bytes) => Write(disk, WorkspacePath.QueueFile, bytes));

    [TestMethod]
    public void ADamagedConfiguration_EndsNoCommandUnexpectedly() =>
        Check("configuration", [new Document("tidy.json", Encoding.UTF8.GetBytes(Config))], 120, 12, OnAConfiguration, static (disk, bytes) => File.WriteAllBytes(disk.ConfigPath, bytes));

    [TestMethod]
    public void AForgedJournal_EndsNoCommandUnexpectedly() => Check("journal", JournalDocuments.WithoutSums, 120, 12, OnAJournal, static (disk, bytes) =>
    {
        Write(disk, $".autonomous_runs/tidy/runs/20261122-010000000-beef{(bytes.Length % 2 == 0 ? "" : ".open")}/journal.jsonl", JournalDocuments.WithSums(bytes));
        Write(disk, ".autonomous_runs/tidy/runs/20261122-010000000-beef/report.json", bytes);
    });

    [TestMethod]
    public void ADamagedPlanFile_EndsNoCommandUnexpectedly()
    {
        using HostileDisk made = Filled();
        string plan = Path.Combine(made.Inside, "plan.json");
        made.Tidy("plan", "--plan-out", plan);
        string[] commands = [$"apply --plan {plan}", $"apply --format json --plan {plan}"];
        Check("plan file", [new Document("plan.json", File.ReadAllBytes(plan))], 120, 12, commands, (_, bytes) => File.WriteAllBytes(plan, bytes));
    }

    /// <param name="every">One of so many cases is run in a process of its own.</param>
    private void Check(string what, IReadOnlyList<Document> documents, int count, int every, string[] commands, Action<HostileDisk, byte[]> place)
    {
        int number = 0, processes = 0;
        Fuzz fuzz = new($"tool: {what}", documents);
        int cases = fuzz.Check(count, damage =>
        {
            using HostileDisk disk = Filled();
            place(disk, damage.Bytes);
            string[] command = commands[number++ % commands.Length].Split(' ');
            bool isProcess = number % every == 0;
            processes += isProcess ? 1 : 0;
            _ = isProcess ? disk.TidyProcess(command) : disk.Tidy(command);
            disk.AssertNothingHappenedOutside();
            Assert.IsTrue(Directory.GetFiles(disk.Inside, "a.log", SearchOption.AllDirectories).Length == 1, "a.log was lost");
        });
        Figures.Report(context, $"Hostile input: commands on a damaged {what}", $"{cases} commands, {processes} as processes", "exit codes 0 to 5 only, 0 stack traces, 0 forged lines, 0 hangs");
    }

    private static HostileDisk Filled()
    {
        HostileDisk disk = new();
        disk.Configure(Config);
        disk.Raw.File("a.log", "a").Link("link", "../outside");
        return disk;
    }

    private static void Write(HostileDisk disk, string relative, byte[] bytes)
    {
        string path = Path.Combine(disk.Inside, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
