using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

/// <summary>Submodules, worktrees and repositories in the workspace are left alone: themselves, what is in them, and folders around them.</summary>
[TestClass]
public sealed class NestedRepositoryTests
{
    private const string Rules = """{ "git": { "tracked": "TRACKED" }, "rules": [ { "id": "r", "match": ["old*/", "*.log"], "to": "archive/" } ] }""";

    [TestMethod]
    [DataRow("keep", "repository")]
    [DataRow("move", "repository")]
    [DataRow("keep", "bare")]
    [DataRow("move", "bare")]
    [DataRow("keep", "worktree")]
    [DataRow("move", "worktree")]
    [DataRow("keep", "submodule")]
    [DataRow("move", "submodule")]
    [DataRow("keep", "not fetched")]
    [DataRow("move", "not fetched")]
    public void ByARule_NeitherItselfNorAFolderAroundIt_Moves(string tracked, string kind)
    {
        using Workbench bench = Repository(Rules.Replace("TRACKED", tracked, StringComparison.Ordinal));
        bench.Write("old-plain/a.txt");
        Make(bench, kind, "old-itself");
        Make(bench, kind, "old-around/deep/inner");
        IReadOnlyList<string> before = Tree(bench);

        RunResult result = bench.Apply();

        Assert.AreEqual("old-around Protected; old-itself Protected; old-plain Moved", Summary(result), string.Join("\n", result.Entries.Select(e => e.Message)));
        CollectionAssert.AreEqual(before.Where(f => !f.Contains("old-plain", StringComparison.Ordinal)).ToList(), Tree(bench).Where(f => !f.Contains("old-plain", StringComparison.Ordinal)).ToList());
    }

    [TestMethod]
    [DataRow("repository", false)]
    [DataRow("bare", false)]
    [DataRow("not fetched", true)]
    public void ByAMigration_InOnePieceOrMerged_ItStays(string kind, bool isTracked)
    {
        foreach (bool merges in new[] { false, true })
        {
            using Workbench bench = Repository("""{ "git": { "tracked": "move" }, "migrations": [ { "from": "tools", "to": "eng/tools" } ] }""");
            bench.Write("tools/a.sh");
            Make(bench, kind, "tools/inner");
            if (merges)
                bench.Write("eng/tools/b.sh");

            RunResult result = bench.Apply();

            Assert.AreEqual(merges ? "tools/a.sh Moved; tools/inner Protected" : "tools Protected", Summary(result));
            Assert.IsTrue(Directory.Exists(bench.At("tools/inner")));
            Assert.AreEqual(isTracked, GitRepository.Git(bench.Root.FullPath, "ls-files", "tools/inner") == "tools/inner");
        }
    }

    [TestMethod]
    [DataRow("keep")]
    [DataRow("move")]
    public void AmongRuns_ItIsNeitherMovedNorEmptied(string tracked)
    {
        using RunsScene scene = new("\"keepLast\": 0, \"minAge\": \"1d\"", $$"""{{"\"git\""}}: { "tracked": "{{tracked}}" },""");
        Workbench bench = scene.Bench;
        GitRepository.InitAndAdd(bench.Root.FullPath);
        GitRepository.Commit(bench.Root.FullPath);
        foreach (string kind in new[] { "repository", "bare", "not fetched" })
        {
            Make(bench, kind, $".autonomous_runs/run-{kind.Length}/inner");
            Make(bench, kind, $".autonomous_runs/{kind.Length}-itself");
        }

        foreach (string folder in Directory.GetDirectories(bench.At(".autonomous_runs"), "*", SearchOption.AllDirectories))
            Directory.SetLastWriteTimeUtc(folder, scene.Ago(30));
        foreach (string file in Directory.GetFiles(bench.At(".autonomous_runs"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, scene.Ago(30));
        IReadOnlyList<string> before = Tree(bench);

        RunResult result = bench.Apply();

        Assert.DoesNotContain(e => e.Status is EntryStatus.Moved or EntryStatus.Removed, result.Entries, Summary(result));
        CollectionAssert.AreEqual(before.ToList(), Tree(bench).ToList());
    }

    [TestMethod]
    public void AQueuedFolder_ThatHasBecomeOneMeanwhile_Stays()
    {
        using Workbench bench = Repository(Rules.Replace("TRACKED", "move", StringComparison.Ordinal));
        bench.Write("old-x/deep/a.txt");
        bench.Files.OnRename = path => path.EndsWith("old-x", StringComparison.Ordinal) ? new Tidy.Core.Platform.OsCode(16) : null;
        Assert.AreEqual("old-x Queued", Summary(bench.Apply()));
        bench.Files.OnRename = _ => null;
        GitRepository.Git(bench.At("old-x/deep"), "init", "-q");

        Assert.AreEqual("old-x Protected", Summary(bench.Run(RunCommand.Retry, r => r with { RetryAll = true })));
    }

    [TestMethod]
    public void DocumentationAndArchive_ThatAreRepositories_AreLeftAlone()
    {
        using Workbench bench = new(
            """
            { "git": { "tracked": "move" }, "docs": { "path": "docs", "mode": "reduce" },
              "archive": { "deduplicate": true, "retention": { "olderThan": "1d", "action": "compress" } } }
            """);
        GitRepository.InitAndAdd(bench.Root.FullPath);
        foreach (string path in new[] { "docs/stray.txt", "archive/inner/a.txt", "archive/inner/b.txt" })
            File.SetLastWriteTimeUtc(bench.Write(path, new string('x', 9000)), bench.Clock.Now.AddDays(-9).UtcDateTime);
        GitRepository.Git(bench.At("docs"), "init", "-q");
        GitRepository.Git(bench.At("archive/inner"), "init", "-q");

        RunResult result = bench.Apply();

        Assert.DoesNotContain(e => e.Status is EntryStatus.Moved or EntryStatus.Removed, result.Entries, Summary(result));
    }

    private static void Make(Workbench bench, string kind, string path)
    {
        string at = bench.At(path);
        if (kind is "repository" or "bare")
            GitRepository.Git(bench.Root.FullPath, kind == "bare" ? ["init", "-q", "--bare", at] : ["init", "-q", at]);
        else if (kind == "worktree")
            GitRepository.Git(bench.Root.FullPath, "worktree", "add", "-q", "--detach", at);
        else
            Submodule(bench, kind, path);
        if (kind == "repository")
            bench.Write(path + "/a.txt");
    }

    private static void Submodule(Workbench bench, string kind, string path)
    {
        using TemporaryWorkspace other = new();
        other.Write("a.txt");
        GitRepository.InitAndAdd(other.FullPath);
        GitRepository.Commit(other.FullPath);
        GitRepository.Git(bench.Root.FullPath, "-c", "protocol.file.allow=always", "submodule", "add", "-q", other.FullPath, path);
        if (kind == "not fetched")
            GitRepository.Git(bench.Root.FullPath, "submodule", "--quiet", "deinit", "-f", path);
    }

    private static IReadOnlyList<string> Tree(Workbench bench) =>
        [.. Directory.GetFileSystemEntries(bench.Root.FullPath, "*", SearchOption.AllDirectories)
            .Where(f => !f.StartsWith(bench.At(".git/"), StringComparison.Ordinal) && !f.Contains("/tidy", StringComparison.Ordinal) && !f.StartsWith(bench.At("archive"), StringComparison.Ordinal) && !f.EndsWith(".gitignore", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(f => f[bench.Root.FullPath.Length..])
            .Where(f => f != "/.autonomous_runs")];

    private static Workbench Repository(string config)
    {
        Workbench bench = new(config);
        GitRepository.InitAndAdd(bench.Root.FullPath);
        GitRepository.Commit(bench.Root.FullPath);
        return bench;
    }

    private static string Summary(RunResult result) => string.Join("; ", result.Entries.Select(e => $"{e.Entry.Source} {e.Status}"));
}
