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
    public void ARunThatHasOne_KeepsIt_AndThatIsSaid()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        string id = bench.Apply().RunId;
        Assert.IsNull(Report(bench).Write(id, "the report"u8));

        StringAssert.Contains(Report(bench).Write(id, "x"u8), "exists");

        Assert.AreEqual("the report", Encoding.UTF8.GetString(Report(bench).Read(id)!));
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

    private static RunReportFile Report(Workbench bench) => new(bench.Root, bench.Files, bench.Clock);

    private static string?[] NamesIn(Workbench bench, string id) => [.. Directory.GetFiles(RunFolder.Closed(bench.Root, id)).Select(Path.GetFileName)];
}
