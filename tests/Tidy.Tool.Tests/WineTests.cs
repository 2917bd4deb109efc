using System.Diagnostics;
using System.Text.Json.Nodes;
using Tidy.Core;

namespace Tidy.Tool.Tests;

/// <summary>The Windows build of the tool, end to end, with the sharing rules and the names of Windows.</summary>
[TestClass]
[TestCategory("wine")]
[OSCondition(OperatingSystems.Linux)]
public sealed class WineTests
{
    public TestContext TestContext { get; set; } = null!;

    [AssemblyCleanup]
    public static void RemoveMachine() => WineMachine.RemoveShared();

    [TestMethod]
    [DataRow("none")]
    [DataRow("read")]
    [DataRow("write")]
    public void AFileHeldWithoutSharingDeletion_IsQueuedWith32_WaitsInSilence_AndMovesOnceReleased(string mode)
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("build.log");
        using (workspace.Hold(mode, "build.log"))
        {
            WineAnswer first = workspace.Json("apply");
            Assert.AreEqual(ExitCode.Pending, first.Exit, first.ToString());
            AssertEntry(first.OnlyEntry, "queued", "locked", Codes.InUseQueued);
            Assert.AreEqual(32, workspace.OnlyPending()["last_error_winerror"]!.GetValue<int>());
            string queue = workspace.Read(WineWorkspace.QueueFile);

            WineAnswer second = workspace.Json("apply");
            Assert.AreEqual(ExitCode.Pending, second.Exit, second.ToString());
            Assert.IsEmpty(second.Entries, "inside the backoff a probe says nothing");
            Assert.AreEqual(queue, workspace.Read(WineWorkspace.QueueFile));
        }

        WineAnswer third = workspace.Json("apply");
        Assert.AreEqual(ExitCode.Done, third.Exit, third.ToString());
        AssertEntry(third.OnlyEntry, "moved", null, Codes.MovedFromQueue);
        Assert.AreEqual("content", workspace.Read("archive/logs/build.log"));
    }

    /// <summary>No system call tells of a close there: the probe each second does.</summary>
    [TestMethod]
    public void AWatch_MovesWhatIsReleased_AndWhatIsNew_AndIsTheOnlyOne()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("held.log");
        using WineHolder holder = workspace.Hold("none", "held.log");
        using Process watch = workspace.Start("watch", "--settle", "500ms");
        WaitFor(watch, () => workspace.Exists(WineWorkspace.QueueFile));
        WineAnswer second = workspace.Tidy("watch");
        Assert.AreEqual(ExitCode.Busy, second.Exit, second.ToString());
        StringAssert.Contains(second.Error, Codes.AlreadyWatched);

        holder.Release();
        WaitFor(watch, () => workspace.Exists("archive/logs/held.log"));
        workspace.Write("new.log");
        WaitFor(watch, () => workspace.Exists("archive/logs/new.log"));
        watch.Kill();
        watch.WaitForExit();
        Assert.AreEqual("content", workspace.Read("archive/logs/held.log"));
    }

    [TestMethod]
    public void ABuildsRun_LeavesWhatTheBuildUses_AndWritesItsReport()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        foreach (string name in new[] { "used.log", "stray.log", "old/in-it.cs" })
            workspace.Write(name);
        string[] used = [WineMachine.WindowsPath(workspace.At("USED.log")), WineMachine.WindowsPath(workspace.At("old/in-it.cs"))];
        workspace.Write("list.txt", string.Join("\r\n", used));

        for (int run = 0; run < 2; run++)
        {
            WineAnswer answer = workspace.Json("apply", "--automatic", "--min-age", "0s", "--protect-from", "list.txt", "--report", "report.json");
            Assert.AreEqual(ExitCode.Done, answer.Exit, answer.ToString());
            string said = string.Join("; ", answer.Entries.Select(e => $"{e!["src"]} {e["status"]}"));
            Assert.AreEqual(run == 0 ? "old protected; stray.log moved; used.log protected" : "old protected; used.log protected", said);
            Assert.AreEqual(answer.Out, workspace.Read("report.json"));
        }

        Assert.IsFalse(workspace.Exists(".autonomous_runs/tidy/build-consent"));
    }

    [TestMethod]
    public void Init_WritesAConfigurationThatIsUsed_AndNeverASecondOne()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        File.Delete(workspace.At("tidy.json"));
        workspace.Write("build.log");

        WineAnswer first = workspace.Json("init", "--yes");
        string written = workspace.Read("tidy.json");
        WineAnswer second = workspace.Json("init", "--preset", "agents");

        Assert.AreEqual((ExitCode.Done, ExitCode.Done), (first.Exit, second.Exit), first.ToString());
        Assert.AreEqual("build.log", first.OnlyEntry["src"]!.GetValue<string>());
        Assert.AreEqual(written, workspace.Read("tidy.json"));
        Assert.IsTrue(workspace.Exists(".autonomous_runs/tidy/build-consent"));
        CollectionAssert.AreEqual(new[] { ".autonomous_runs", ".config", "build.log", "tidy.json" }, workspace.NamesIn(".").ToArray());
    }

    [TestMethod]
    public void AFileHeldWithDeletionShared_Moves()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("build.log");
        using WineHolder holder = workspace.Hold("share-delete", "build.log");
        WineAnswer answer = workspace.Json("apply");
        Assert.AreEqual(ExitCode.Done, answer.Exit, answer.ToString());
        Assert.AreEqual("content", workspace.Read("archive/logs/build.log"));
    }

    [TestMethod]
    [DataRow("none", "old/inside.txt")]
    [DataRow("cwd", "old")]
    [DataRow("cwd", "old/deeper")]
    public void AFolderInUse_IsQueued_AndOnlyARunAfterTheBackoffCounts(string mode, string held)
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("old/inside.txt");
        workspace.Write("old/deeper/too.txt");
        using (workspace.Hold(mode, held))
        {
            AssertEntry(workspace.Json("apply").OnlyEntry, "queued", "locked", Codes.InUseQueued);
            WineAnswer again = workspace.Json("apply");
            Assert.AreEqual(ExitCode.Pending, again.Exit, again.ToString());
            Assert.AreEqual(1, workspace.OnlyPending()["attempt_count"]!.GetValue<int>());
        }

        AssertEntry(workspace.Json("apply").OnlyEntry, "moved", null, Codes.MovedFromQueue);
        Assert.IsTrue(workspace.Exists("archive/logs/old/deeper/too.txt"));
    }

    [TestMethod]
    public void ADestinationThatMayNotBeWritten_IsPermission_NotLocked()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("build.log");
        Directory.CreateDirectory(workspace.At("archive/logs"));
        using var closed = new ClosedFolder(workspace.At("archive/logs"));
        AssertEntry(workspace.Json("apply").OnlyEntry, "queued", "permission", Codes.MoveFailed);
        Assert.AreEqual(5, workspace.OnlyPending()["last_error_winerror"]!.GetValue<int>());
        Assert.IsTrue(workspace.Exists("build.log"));
    }

    [TestMethod]
    public void ATakenDestination_HeldOrNotAndInAnyCase_IsLeftAlone()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("Build.LOG", "new");
        workspace.Write("archive/logs/build.log", "old");
        using WineHolder holder = workspace.Hold("read", "archive/logs/build.log");
        WineAnswer answer = workspace.Json("apply");
        Assert.AreEqual("moved", answer.OnlyEntry["status"]!.GetValue<string>(), answer.ToString());
        Assert.AreEqual("old", workspace.Read("archive/logs/build.log"));
        Assert.AreEqual("new", workspace.Read(answer.OnlyEntry["dest"]!.GetValue<string>()));
        Assert.HasCount(2, workspace.NamesIn("archive/logs"));
    }

    [TestMethod]
    public void AnIndexThatSomebodyReads_IsInUse_AndNotAMatterOfRights()
    {
        const string Index = "archive/ARCHIVE_INDEX.json";
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("tidy.json", """{ "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ], "archive": { "index": true } }""");
        workspace.Write("one.log");
        Assert.AreEqual(ExitCode.Done, workspace.Tidy("apply").Exit);
        string before = workspace.Read(Index);
        workspace.Write("two.log");
        using (workspace.Hold("read", Index))
        {
            WineAnswer held = workspace.Json("apply");
            AssertEntry(held.Entries.Single(e => e!["src"]!.GetValue<string>() == Index)!, "skipped", "locked", null);
            Assert.AreEqual(before, workspace.Read(Index));
            Assert.IsTrue(workspace.Exists("archive/logs/two.log"));
        }

        Assert.AreEqual(ExitCode.Done, workspace.Tidy("apply").Exit);
        StringAssert.Contains(workspace.Read(Index), "two.log");
        CollectionAssert.AreEqual(new[] { ".gitignore", "ARCHIVE_INDEX.json", "ARCHIVE_INDEX.md", "logs" }, workspace.NamesIn("archive").ToArray());
    }

    [TestMethod]
    public void ATakenDestinationUnderFail_NeedsAPerson()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared, conflict: "fail");
        workspace.Write("build.log", "new");
        workspace.Write("archive/logs/BUILD.log", "old");
        AssertEntry(workspace.Json("apply").OnlyEntry, "queued", "dest_exists", Codes.NeedsPerson);
        Assert.AreEqual("new", workspace.Read("build.log"));
        Assert.AreEqual("old", workspace.Read("archive/logs/BUILD.log"));
    }

    [TestMethod]
    [DataRow("C:/x/", "starts with a drive letter")]
    [DataRow("//server/share/", "is absolute")]
    [DataRow("logs:stream/", "names an alternate data stream")]
    [DataRow("con/", "is the reserved name CON")]
    [DataRow("logs/COM1.txt/", "is the reserved name COM1")]
    [DataRow("dot./", "ends in a dot or a space")]
    [DataRow("space /", "ends in a dot or a space")]
    [DataRow("GIT~1/", "short (8.3) name")]
    [DataRow(".Autonomous_Runs/TIDY/", "belongs to Tidy's own state")]
    public void AConfiguredFolderThatWindowsWouldTakeForAnother_IsRefused(string to, string problem)
    {
        using var workspace = new WineWorkspace(WineMachine.Shared, to: to);
        workspace.Write("build.log");
        WineAnswer answer = workspace.Tidy("apply");
        Assert.AreEqual(ExitCode.Usage, answer.Exit, answer.ToString());
        StringAssert.Contains(answer.Error, Codes.PathRefused);
        StringAssert.Contains(answer.Error, problem);
        CollectionAssert.AreEqual(new[] { "build.log", "tidy.json" }, workspace.NamesIn("").ToArray());
    }

    [TestMethod]
    public void APlanFileOrAQueue_WithAPathThatLeavesOrIsNone_MovesNothing()
    {
        string[] refused = [@"C:\x", @"c:x", @"\\server\share\x", @"\\?\C:\x", "a:b", "nul", "Com1.txt", "x.", "x ", @"..\x", @"sub\..\..\x", @".GIT\x", @".AUTONOMOUS_RUNS\tidy\run.lock"];
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("build.log");
        workspace.Tidy("plan", "--plan-out", "plan.json");
        JsonNode plan = JsonNode.Parse(workspace.Read("plan.json"))!;
        foreach (string path in refused[..4])
        {
            plan["entries"]![0]!["dest"] = path;
            workspace.Write("plan.json", plan.ToJsonString());
            WineAnswer answer = workspace.Tidy("apply", "--plan", "plan.json");
            Assert.AreEqual(ExitCode.Usage, answer.Exit, $"{path}: {answer}");
            StringAssert.Contains(answer.Error, Codes.PathRefused);
        }

        QueueOne(workspace, "build.log");
        workspace.Write("tidy.json", """{ "version": 1 }""");
        workspace.EditQueue(items =>
        {
            JsonNode item = items.Single()!;
            items.Clear();
            foreach (string path in refused)
                items.Add(Changed(item, "dest", path));
        });
        WineAnswer queue = workspace.Json("apply");
        Assert.IsEmpty(queue.Entries, queue.ToString());
        Assert.AreEqual(refused.Length, queue.FindingCodes.Count(c => c == Codes.PathRefused), queue.ToString());
        Assert.IsTrue(workspace.Exists("build.log"));
    }

    [TestMethod]
    public void NamesThatDifferInCase_AreOnePathEverywhere()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("Build.log");
        QueueOne(workspace, "Build.log");
        workspace.EditQueue(items => items.Add(Changed(Changed(items.Single()!, "src", "BUILD.LOG"), "id", "ffffffffffffffff")));
        WineAnswer answer = workspace.Json("apply");
        Assert.AreEqual("moved", answer.OnlyEntry["status"]!.GetValue<string>(), answer.ToString());
        Assert.HasCount(1, workspace.NamesIn("archive/logs"));
    }

    [TestMethod]
    public void APlanFileInAnotherCaseAndWithBackslashes_IsTheSamePlan()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("build.log");
        workspace.Tidy("plan", "--plan-out", "plan.json");
        JsonNode plan = JsonNode.Parse(workspace.Read("plan.json"))!;
        plan["entries"]![0] = Changed(Changed(plan["entries"]![0]!, "src", "BUILD.log"), "dest", @"Archive\LOGS\build.log");
        workspace.Write("plan.json", plan.ToJsonString());
        WineAnswer answer = workspace.Json("apply", "--plan", "plan.json");
        Assert.AreEqual("moved", answer.OnlyEntry["status"]!.GetValue<string>(), answer.ToString());
    }

    [TestMethod]
    public void AQueueThatSomebodyKeepsToThemselves_IsAnError_NotAnEmptyQueue()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("build.log");
        QueueOne(workspace, "build.log");
        using (workspace.Hold("none", WineWorkspace.QueueFile))
        {
            foreach (string command in new[] { "plan", "apply" })
            {
                WineAnswer answer = workspace.Tidy(command);
                Assert.AreEqual(ExitCode.Unexpected, answer.Exit, answer.ToString());
                StringAssert.Contains(answer.Error, WineWorkspace.QueueFile);
            }
        }

        Assert.IsTrue(workspace.Exists("build.log"));
        AssertEntry(workspace.Json("apply").OnlyEntry, "moved", null, Codes.MovedFromQueue);
    }

    [TestMethod]
    public void AWorkspace_HasOneNameHoweverItIsSpelled()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        string name = WineMachine.WindowsPath(workspace.FullPath);
        foreach (string spelled in new[] { name, name.ToUpperInvariant(), name.Replace('\\', '/') + "/", @"\\?\" + name, name[2..], name + @"\.autonomous_runs\..", "." })
            Assert.AreEqual(name, workspace.Json("plan", "--workspace", spelled).Json["workspace_root"]!.GetValue<string>(), spelled);
    }

    [TestMethod]
    public void NamesThatWindowsCannotKeep_AreReportedAndLeft()
    {
        string[] odd = ["COM1.log", "a:b.log", "con.log", "dot.log.", "q?.log"];
        using var workspace = new WineWorkspace(WineMachine.Shared);
        foreach (string name in odd)
            workspace.Write(name);
        workspace.Write("plain \u00E9\u6F22.log");
        WineAnswer answer = workspace.Json("apply");
        Assert.AreEqual("archive/logs/plain \u00E9\u6F22.log", answer.OnlyEntry["dest"]!.GetValue<string>());
        CollectionAssert.IsSubsetOf(odd, workspace.NamesIn("").ToArray());
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void TheLockOfAProcessThatIsKilled_IsFree(bool hard)
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("one.log");
        workspace.Tidy("apply");
        workspace.Write("two.log");
        using WineHolder holder = workspace.Hold("lock-dotnet", ".autonomous_runs/tidy/run.lock");
        WineAnswer busy = workspace.Tidy("apply", "--lock-timeout", "1s");
        Assert.AreEqual(ExitCode.Busy, busy.Exit, busy.ToString());
        StringAssert.Contains(busy.Error, Codes.WorkspaceBusy);
        Assert.AreEqual(ExitCode.Done, workspace.Tidy("plan").Exit, "a preview takes no lock");

        holder.Kill(hard);

        WineAnswer free = workspace.Tidy("apply", "--lock-timeout", "1s");
        Assert.AreEqual(ExitCode.Done, free.Exit, free.ToString());
        Assert.IsTrue(workspace.Exists("archive/logs/two.log"));
    }

    [TestMethod]
    public void TwoRunsAtOnce_MoveEachFileOnce()
    {
        const int Files = 100;
        using var workspace = new WineWorkspace(WineMachine.Shared);
        for (int i = 0; i < Files; i++)
            workspace.Write($"{i:000}.log", $"{i}");
        WineAnswer[] answers = new WineAnswer[2];
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, n => answers[n] = workspace.Json("apply"));
        Assert.IsTrue(answers.All(a => a.Exit == ExitCode.Done), string.Join("\n", answers.Select(a => a.ToString())));
        Assert.AreEqual(Files, answers.Sum(a => a.Entries.Count(e => e!["status"]!.GetValue<string>() == "moved")));
        Assert.HasCount(Files, workspace.NamesIn("archive/logs"));
        Assert.IsTrue(Enumerable.Range(0, Files).All(i => workspace.Read($"archive/logs/{i:000}.log") == $"{i}"));
    }

    [TestMethod]
    public void AQueueThatIsReadInALoop_IsReplacedAllTheSame_AndNeverTorn()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("build.log");
        QueueOne(workspace, "build.log");
        using WineHolder reader = workspace.Hold("read-loop", WineWorkspace.QueueFile);
        for (int i = 0; i < 6; i++)
        {
            WineAnswer answer = workspace.Tidy("queue", i % 2 == 0 ? "hold" : "release", "build.log");
            Assert.AreEqual(ExitCode.Done, answer.Exit, answer.ToString());
        }

        string[] counts = reader.Release().Trim().Split(' ');
        TestContext.WriteLine(string.Join(' ', counts));
        Assert.AreEqual("0", counts[3], "torn");
        Assert.IsGreaterThan(100, int.Parse(counts[1]), "reads");
        Assert.AreEqual("pending", workspace.OnlyPending()["status"]!.GetValue<string>());
    }

    [TestMethod]
    public void AReadOnlyFile_Moves_AndUndoBringsItsTimeAndAttributeBack()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared, conflict: "deduplicate");
        workspace.Write("archive/logs/twin.log", "same");
        foreach (string name in new[] { "one.log", "twin.log" })
        {
            workspace.Write(name, "same");
            File.SetLastWriteTimeUtc(workspace.At(name), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
            File.SetUnixFileMode(workspace.At(name), UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        WineAnswer applied = workspace.Json("apply");
        CollectionAssert.AreEquivalent(new[] { "moved", "removed" }, applied.Entries.Select(e => e!["status"]!.GetValue<string>()).ToArray());
        Assert.AreEqual(ExitCode.Done, workspace.Tidy("undo").Exit);

        foreach (string name in new[] { "one.log", "twin.log" })
        {
            Assert.AreEqual("same", workspace.Read(name));
            Assert.AreEqual(new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc), File.GetLastWriteTimeUtc(workspace.At(name)), name);
            Assert.IsTrue(File.GetAttributes(workspace.At(name)).HasFlag(FileAttributes.ReadOnly), name);
        }
    }

    [TestMethod]
    public void APathLongerThan260_IsMovedToAndBack()
    {
        string folder = new('d', 120);
        using var workspace = new WineWorkspace(WineMachine.Shared, to: $"archive/{folder}/{folder}/{folder}/");
        workspace.Write("build.log");
        Assert.AreEqual(ExitCode.Done, workspace.Tidy("apply").Exit);
        Assert.IsTrue(workspace.Exists($"archive/{folder}/{folder}/{folder}/build.log"));
        Assert.AreEqual(ExitCode.Done, workspace.Tidy("undo").Exit);
        Assert.IsTrue(workspace.Exists("build.log"));
    }

    [TestMethod]
    public void Locks_SeesAFileInUse()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        workspace.Write("build.log");
        using (workspace.Hold("write", "build.log"))
            Assert.AreEqual(ExitCode.Findings, workspace.Tidy("locks", "build.log").Exit);
        Assert.AreEqual(ExitCode.Done, workspace.Tidy("locks", "build.log").Exit);
    }

    [TestMethod]
    public void TheDemo_TellsItsStoryToTheEnd()
    {
        using var workspace = new WineWorkspace(WineMachine.Shared);
        WineAnswer answer = workspace.Tidy("demo");
        Assert.AreEqual(ExitCode.Done, answer.Exit, answer.ToString());
        StringAssert.Contains(answer.Out, "files are back where they were, byte for byte.");
    }

    private static void QueueOne(WineWorkspace workspace, string file)
    {
        using (workspace.Hold("none", file))
            workspace.Tidy("apply");
        Assert.AreEqual("pending", workspace.OnlyPending()["status"]!.GetValue<string>());
    }

    private static JsonNode Changed(JsonNode item, string field, string value)
    {
        JsonNode copy = item.DeepClone();
        copy[field] = value;
        return copy;
    }

    private static void WaitFor(Process watch, Func<bool> happened)
    {
        Assert.IsTrue(SpinWait.SpinUntil(() => happened() || watch.HasExited, WineMachine.Patience), "it did not happen");
        Assert.IsFalse(watch.HasExited, "the watch ended");
    }

    private static void AssertEntry(JsonNode entry, string status, string? reason, string? code)
    {
        Assert.AreEqual(status, entry["status"]!.GetValue<string>(), entry.ToString());
        Assert.AreEqual(reason, entry["reason"]?.GetValue<string>(), entry.ToString());
        Assert.AreEqual(code, entry["code"]?.GetValue<string>(), entry.ToString());
    }
}
