using System.Text;
using Tidy.Core.Configuration;
using Tidy.Core.Git;
using Tidy.Core.Journal;
using Tidy.Core.Queue;

namespace Tidy.Core.Tests;

/// <summary>
/// A repository that somebody cloned can bring anything under the names of Tidy's own state: git keeps links. Nothing outside the workspace
/// is touched for it, and nothing waits for ever.
/// </summary>
[TestClass]
public sealed class HostileStateTests
{
    private const string RunId = "20260301-110000000-beef";

    [TestMethod]
    public void AnInterruptedRunThatIsALink_IsNotEmptied()
    {
        using Workbench bench = new();
        using TemporaryWorkspace outside = new();
        string kept = outside.Write("thesis.txt");
        Directory.CreateDirectory(bench.Root.State("runs"));
        Directory.CreateSymbolicLink(bench.Root.State($"runs/{RunId}.open"), outside.FullPath);

        RunResult result = bench.Apply();

        Assert.IsTrue(File.Exists(kept), "a file outside the workspace was deleted");
        Assert.AreEqual(ExitCode.Done, result.Exit);
        Assert.IsEmpty(RunHistory.List(bench.Root));
    }

    [TestMethod]
    public void ALinkInPlaceOfTheRuns_IsRefused()
    {
        using Workbench bench = new();
        using TemporaryWorkspace outside = new();
        bench.Write("a.log");
        Directory.CreateDirectory(bench.Root.StatePath);
        Directory.CreateSymbolicLink(bench.Root.State("runs"), outside.FullPath);

        TidyException refused = Assert.ThrowsExactly<TidyException>(() => bench.Apply());

        Assert.AreEqual(Codes.PathRefused, refused.Code);
        Assert.IsEmpty(Directory.GetFileSystemEntries(outside.FullPath));
        Assert.IsTrue(bench.Exists("a.log"));
    }

    [TestMethod]
    public void Recovery_WritesAnIgnoreFileUnderNoOtherName()
    {
        using Workbench bench = new();
        string empty = bench.Write("sub/empty.txt", "");
        Interrupt(bench, Intent(0, "a.log", "sub/a.log"), new JournalRecord { Type = JournalTypes.Ignore, Path = "sub/other" }, new JournalRecord { Type = JournalTypes.Ignore, Path = "sub/empty.txt" });
        bench.Apply();
        Assert.IsFalse(bench.Exists("sub/other"));
        Assert.AreEqual("", File.ReadAllText(empty));
    }

    [TestMethod]
    public void Recovery_RemovesNoStagedCopyThroughALink()
    {
        using Workbench bench = new();
        using TemporaryWorkspace outside = new();
        string kept = outside.Write(RunFolder.StagedName(RunId, 0));
        Directory.CreateSymbolicLink(bench.At("link"), outside.FullPath);
        Interrupt(bench, Intent(0, "a.log", "link/a.log"));
        bench.Apply();
        Assert.IsTrue(File.Exists(kept));
    }

    [TestMethod]
    public void Recovery_MovesNothingThroughALink()
    {
        using Workbench bench = new();
        using TemporaryWorkspace outside = new();
        string kept = outside.Write("app.db-wal");
        Directory.CreateSymbolicLink(bench.At("link"), outside.FullPath);
        bench.Write("archive/app.db");
        Interrupt(bench, Intent(0, "app.db", "archive/app.db"), Intent(1, "link/app.db-wal", "archive/app.db-wal") with { Unit = 0 });

        RunResult result = bench.Apply();

        Assert.IsTrue(File.Exists(kept) && !bench.Exists("archive/app.db-wal"));
        Assert.Contains(Codes.PathRefused, result.Findings.Select(f => f.Code));
    }

    [TestMethod]
    public void Recovery_GivesNoModeThroughALink()
    {
        using Workbench bench = new();
        using TemporaryWorkspace outside = new();
        Directory.CreateDirectory(outside.At("sub"));
        UnixFileMode before = File.GetUnixFileMode(outside.At("sub"));
        Directory.CreateSymbolicLink(bench.At("link"), outside.FullPath);
        Interrupt(bench, Intent(0, "link/sub", "link/sub") with { Action = "create_dir", Kind = "Directory", Mode = 0 },
            new JournalRecord { Type = JournalTypes.MakeFolder, Path = "link/sub" });
        bench.Apply();
        Assert.AreEqual(before, File.GetUnixFileMode(outside.At("sub")));
    }

    [TestMethod]
    public void AJournalWithoutItsBeginning_KeepsWhatTheRunKept()
    {
        using Workbench bench = new();
        Interrupt(bench, Intent(0, "a.log", "archive/a.log"));
        string journal = bench.Root.State($"runs/{RunId}.open/{JournalFile.Name}");
        byte[] bytes = File.ReadAllBytes(journal);
        bytes[0] ^= 1;
        File.WriteAllBytes(journal, bytes);
        File.WriteAllText(bench.Root.State($"runs/{RunId}.open/before-0"), "the only copy");

        RunResult result = bench.Apply();

        Assert.AreEqual("the only copy", File.ReadAllText(bench.Root.State($"runs/{RunId}/before-0")));
        StringAssert.Contains(result.Findings.Single(f => f.Code == Codes.StateDamaged).Message, "damaged from the start");
    }

    [TestMethod]
    [DataRow("""{"t":"intent","n":0,"src":"a.log","dest":"b.log","action":"move","kind":"Wormhole"}""")]
    [DataRow("""{"t":"intent","n":0,"src":"a.log","dest":"b.log","action":"move","mtime":-1}""")]
    [DataRow("""{"t":"intent","n":0,"src":"a.log","dest":"b.log","action":"move","mtime":9223372036854775807}""")]
    public void ALineOfAnotherVersion_EndsWhatIsBelieved(string json)
    {
        byte[] line = Encoding.UTF8.GetBytes(json);
        Assert.IsNull(JournalLine.Read([.. Encoding.ASCII.GetBytes($"{Crc32C.Of(line):x8} "), .. line]));
    }

    [TestMethod]
    public void AJournalThatIsAPipe_StopsNothing()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        Directory.CreateDirectory(bench.Root.State($"runs/{RunId}.open"));
        Programs.Run("mkfifo", bench.Root.State($"runs/{RunId}.open/{JournalFile.Name}"));

        RunResult result = bench.Apply();

        Assert.IsTrue(bench.Exists("archive/logs/a.log"));
        StringAssert.Contains(result.Findings.Single().Message, "its journal cannot be read");
        Assert.HasCount(1, RunHistory.List(bench.Root));
    }

    [TestMethod]
    public void AProjectThatIsAPipe_NamesNothing()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        Programs.Run("mkfifo", bench.At("app.csproj"));
        Directory.CreateDirectory(bench.At("src"));
        File.CreateSymbolicLink(bench.At("link.csproj"), bench.At("app.csproj"));
        File.CreateSymbolicLink(bench.At("endless.csproj"), "/dev/zero");
        File.CreateSymbolicLink(bench.At("loop.csproj"), "loop.csproj");
        bench.Apply();
        Assert.IsTrue(bench.Exists("archive/logs/a.log"));
    }

    [TestMethod]
    public void ARepositoryWhoseHeadIsAPipe_HasNoCommit()
    {
        using TemporaryWorkspace workspace = new();
        Directory.CreateDirectory(workspace.At(".git"));
        Programs.Run("mkfifo", workspace.At(".git/HEAD"));
        Assert.IsNull(HeadCommit.Short(workspace.Root));
    }

    [TestMethod]
    [DataRow("mkfifo .git")]
    [DataRow("printf 'gitdir: a\\0b' > .git")]
    [DataRow("ln -s .git .git")]
    [DataRow("ln -s /dev/zero .git")]
    public void ARepositoryThatIsNone_EndsNoBuild(string script)
    {
        using Workbench bench = new();
        bench.Write("a.log");
        Programs.Shell($"cd '{bench.Root}' && {script}");
        RunResult result = bench.Run(RunCommand.Apply, r => r with { BuildGate = "after" });
        Assert.IsTrue(result.Exit is ExitCode.Done or ExitCode.Pending, string.Join('\n', result.Findings));
    }

    [TestMethod]
    public void AConfigurationThatIsAPipe_IsRefused()
    {
        using TemporaryWorkspace workspace = new();
        Programs.Run("mkfifo", workspace.At("tidy.json"));
        TidyException refused = Assert.ThrowsExactly<TidyException>(() => ConfigReader.Read(workspace.At("tidy.json")));
        Assert.AreEqual(Codes.BadConfig, refused.Code);
        StringAssert.Contains(refused.Message, "is a pipe, socket or device");
    }

    [TestMethod]
    public void AnItemThatIsNotUtf8_IsSetAsideWithItsBytes()
    {
        using QueueScene scene = new();
        scene.Add(scene.Item("a.log"));
        byte[] sound = Encoding.Latin1.GetBytes(scene.ReadQueue());
        byte[] item = [.. "{ \"src\": \"b"u8, 0xFF, .. "\" }"u8];
        int at = Encoding.Latin1.GetString(sound).IndexOf("\"items\": [", StringComparison.Ordinal) + "\"items\": [".Length;
        File.WriteAllBytes(scene.Root.QueuePath, [.. sound[..at], .. item, (byte)',', .. sound[at..]]);

        QueueReading reading = scene.Store.ReadRepaired();

        CollectionAssert.AreEqual(new[] { "a.log" }, scene.SourcesOnDisk());
        Assert.HasCount(1, reading.Findings);
        StringAssert.Contains(File.ReadAllText(scene.SetAsidePath), $"\"raw\":\"base64:{Convert.ToBase64String(item)}\"".Replace("+", "\\u002B", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("""{ "a\ud800": 1, "schema_version": 1, "items": [] }""")]
    [DataRow("""{ "schema_version": 1, "items": [], "\udc00schema_version": 1 }""")]
    public void AQueueWithAKeyThatIsNoText_IsSetAside(string json)
    {
        using QueueScene scene = new();
        scene.Add(scene.Item("a.log"));
        scene.WriteQueue(json);
        QueueReading reading = scene.Store.ReadRepaired();
        Assert.AreEqual(Codes.StateDamaged, reading.Findings.Single().Code);
        CollectionAssert.AreEqual(new[] { "a.log" }, scene.SourcesOnDisk());
        Assert.AreEqual(json, File.ReadAllText(Directory.GetFiles(Path.GetDirectoryName(scene.Root.QueuePath)!, "*.corrupt-*").Single()));
    }

    [TestMethod]
    public void AQueueOfATerabyte_IsNotReadIntoMemory()
    {
        using QueueScene scene = new();
        scene.Add(scene.Item("a.log"));
        using (FileStream sparse = new(scene.Root.QueuePath, FileMode.Create))
            sparse.SetLength(1L << 40);
        TidyException refused = Assert.ThrowsExactly<TidyException>(() => scene.Store.Read());
        Assert.AreEqual(Codes.StateDamaged, refused.Code);
        StringAssert.Contains(refused.Message, "larger than 512 MiB");
    }

    private static JournalRecord Intent(int number, string source, string destination) =>
        new() { Type = JournalTypes.Intent, Number = number, Source = source, Destination = destination, Action = "move", Phase = "root" };

    /// <summary>As a run leaves it that was killed.</summary>
    private static void Interrupt(Workbench bench, params JournalRecord[] records)
    {
        string folder = Directory.CreateDirectory(bench.Root.State($"runs/{RunId}.open")).FullName;
        JournalRecord run = new() { Type = JournalTypes.Run, Run = RunId, Command = "apply", Schema = 1, At = bench.Clock.Now };
        File.WriteAllBytes(Path.Combine(folder, JournalFile.Name), JournalLine.Bytes([run, .. records]));
    }
}
