using System.Text;
using Moq;
using Tidy.Core.Journal;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>The report beside a run's journal.</summary>
[TestClass]
public sealed class RunReportFileTests
{
    [TestMethod]
    public void AReport_IsReadBackAsItWasWritten_AndReplacedWhole()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        string id = bench.Apply().RunId;
        RunReportFile report = Report(bench);
        Assert.IsNull(report.Read(id));

        Assert.IsNull(report.Write(id, "a longer report"u8));
        Assert.IsNull(report.Write(id, "a report"u8));

        Assert.AreEqual("a report", Encoding.UTF8.GetString(report.Read(id)!));
        CollectionAssert.AreEquivalent(new[] { JournalFile.Name, RunReportFile.Name }, NamesIn(bench, id));
    }

    [TestMethod]
    public void ARunWithoutAFolder_GetsNone()
    {
        using Workbench bench = new();
        RunResult nothing = bench.Apply();
        Assert.IsFalse(nothing.IsRecorded);
        Assert.IsNull(Report(bench).Write(nothing.RunId, "x"u8));
        Assert.IsFalse(Directory.Exists(RunFolder.Closed(bench.Root, nothing.RunId)));
        Assert.IsNull(Report(bench).Read(nothing.RunId));
    }

    [TestMethod]
    public void WhatCannotBePutInPlace_IsSaid_AndLeavesNothing()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        string id = bench.Apply().RunId;
        var faulty = FaultyFiles.Over(bench.Files);
        faulty.Setup(f => f.Replace(It.IsAny<string>(), It.IsAny<string>())).Returns(new OsCode(28));

        StringAssert.Contains(new RunReportFile(bench.Root, faulty.Object, bench.Clock).Write(id, "x"u8), "28");

        CollectionAssert.AreEqual(new[] { JournalFile.Name }, NamesIn(bench, id));
        Assert.IsFalse(StateFolderHasTemporaryFiles(bench));
    }

    [TestMethod]
    public void AFolderInItsPlace_IsNoReport_AndNoError()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        string id = bench.Apply().RunId;
        Directory.CreateDirectory(Path.Combine(RunFolder.Closed(bench.Root, id), RunReportFile.Name));
        Assert.IsNull(Report(bench).Read(id));
        Assert.IsNotNull(Report(bench).Write(id, "x"u8));
    }

    [TestMethod]
    public void WhatACrashLeftOfOne_IsNoReport_AndGoesWithTheNext()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        string id = bench.Apply().RunId;
        File.WriteAllText(Path.Combine(RunFolder.Closed(bench.Root, id), "report.json.tmp"), "{ half");
        Assert.IsNull(Report(bench).Read(id));
        Assert.HasCount(1, RunHistory.List(bench.Root));

        Assert.IsNull(Report(bench).Write(id, "x"u8));
        CollectionAssert.AreEquivalent(new[] { JournalFile.Name, RunReportFile.Name }, NamesIn(bench, id));
    }

    private static RunReportFile Report(Workbench bench) => new(bench.Root, bench.Files, bench.Clock);

    private static string?[] NamesIn(Workbench bench, string id) => [.. Directory.GetFiles(RunFolder.Closed(bench.Root, id)).Select(Path.GetFileName)];

    private static bool StateFolderHasTemporaryFiles(Workbench bench) => Directory.GetFiles(bench.Root.StatePath, "*.tmp").Length > 0;
}
