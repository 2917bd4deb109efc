using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Json;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class PlanFileTests
{
    [TestMethod]
    public void APlanWrittenDown_IsReadBackExactly()
    {
        using var tool = new ToolRun();
        tool.Result = request => Samples.Plan(request.Root);
        string file = tool.Folder.At("plan.json");
        Assert.AreEqual(ExitCode.Done, tool.In("plan", "--preset", "dotnet", "--plan-out", file));
        PlanFile plan = PlanFileJson.Read(file);
        Outcome[] planned = [.. Samples.Plan(tool.Folder.Root).Entries.Where(o => o.Status == EntryStatus.Planned)];
        Assert.HasCount(planned.Length, plan.Entries);
        for (int i = 0; i < planned.Length; i++)
            Assert.AreEqual(new PlanFileEntry(planned[i].Entry.Source, planned[i].Destination!, PlanAction.Move, planned[i].Entry.Stat.Size, planned[i].Entry.Stat.ModifiedAt), plan.Entries[i]);
    }

    [TestMethod]
    public void ActionsThatAreNoMoves_AreReadBackExactly()
    {
        using var folder = new TemporaryFolder();
        string file = folder.At("plan.json");
        RunResult result = Samples.Actions(RunCommand.Plan, folder.Root);
        PlanFileJson.Write(file, result, ExitCode.Done);
        CollectionAssert.AreEqual(
            result.Entries.Select(o => new PlanFileEntry(o.Entry.Source, o.Entry.Destination, o.Entry.Action, o.Entry.Stat.Size, o.Entry.Stat.ModifiedAt) { Phase = o.Entry.Phase }).ToArray(),
            PlanFileJson.Read(file).Entries.ToArray());
    }

    [TestMethod]
    public void Apply_HandsThePlanFileToTheEngine()
    {
        using var tool = new ToolRun();
        tool.Result = request => request.Command == RunCommand.Plan ? Samples.Plan(request.Root) : Samples.Empty(request.Command, request.Root);
        string file = tool.Folder.At("plan.json");
        tool.In("plan", "--preset", "dotnet", "--plan-out", file);
        tool.In("apply", "--preset", "dotnet", "--plan", file);
        Assert.HasCount(2, tool.Request!.PlanFile!.Entries);
    }

    [TestMethod]
    [DataRow("\"src\": \"build.log\"", "\"src\": \"../build.log\"", "TIDY9003", "leaves the workspace")]
    [DataRow("\"dest\": \"archive/logs/build.log\"", "\"dest\": \"/etc/passwd\"", "TIDY9003", "is absolute")]
    [DataRow("\"dest\": \"archive/logs/build.log\"", "\"dest\": \".git/config\"", "TIDY9003", "touches '.git'")]
    [DataRow("\"dest\": \"archive/logs/build.log\"", "\"dest\": null", "TIDY9003", "is empty")]
    [DataRow("\"schema_version\": 1", "\"schema_version\": 2", "TIDY9005", "schema version 2")]
    [DataRow("\"action\": \"move\"", "\"action\": \"burn\"", "TIDY9005", "burn")]
    [DataRow("\"command\": \"plan\"", "\"command\": \"apply\"", "TIDY9005", "result of 'plan'")]
    [DataRow("\"modified_at\"", "\"changed_at\"", "TIDY9005", "no modified_at")]
    [DataRow("\"src\": \"build.log\"", "\"src\": null", "TIDY9005", "cannot be used")]
    [DataRow("\"src\"", "src", "TIDY9005", "cannot be used")]
    [DataRow("\"bytes\"", "\"size\"", "TIDY9005", "bytes")]
    public void APlanFileThatWasChanged_IsRefused(string good, string bad, string code, string says)
    {
        using var folder = new TemporaryFolder();
        string file = folder.At("plan.json");
        PlanFileJson.Write(file, Samples.Plan(folder.Root), ExitCode.Done);
        string text = File.ReadAllText(file);
        string changed = text.Replace(good, bad, StringComparison.Ordinal);
        Assert.AreNotEqual(text, changed);
        File.WriteAllText(file, changed);
        var e = Assert.ThrowsExactly<TidyException>(() => PlanFileJson.Read(file));
        Assert.AreEqual(code, e.Code);
        Assert.AreEqual(ExitCode.Usage, e.Exit);
        StringAssert.Contains(e.Message, says);
    }

    [TestMethod]
    public void PlanOut_DoesNotOverwriteAFileThatIsNoPlan()
    {
        using var tool = new ToolRun();
        string file = tool.Folder.Write("README.md", "precious");
        Assert.AreEqual(ExitCode.Usage, tool.In("plan", "--preset", "dotnet", "--plan-out", file));
        Assert.AreEqual("precious", File.ReadAllText(file));
        Assert.IsNull(tool.Request);
    }

    [TestMethod]
    public void PlanOut_ReplacesAnOlderPlan()
    {
        using var tool = new ToolRun();
        tool.Result = request => Samples.Plan(request.Root);
        string file = tool.Folder.At("plan.json");
        tool.In("plan", "--preset", "dotnet", "--plan-out", file);
        Assert.AreEqual(ExitCode.Done, tool.In("plan", "--preset", "dotnet", "--plan-out", file));
    }
}
