using System.Text.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Schema;
using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class SarifTests
{
    /// <summary>One log with all that the tool writes, for the validator counts its calls: 1,000 an hour are free.</summary>
    [TestMethod]
    public void ALog_IsValid()
    {
        using var tool = new ToolRun { Result = request => Samples.Awkward(request.Root) };
        JSchema schema = JSchema.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "sarif-schema-2.1.0.json")));
        JObject log = JObject.Parse(LogOf(tool));

        Assert.IsTrue(log.IsValid(schema, out IList<string> problems), string.Join("\n", problems));
        log["runs"]![0]!["results"]![0]!["level"] = "grave";
        Assert.IsFalse(log.IsValid(schema), "the schema does not look at the results");
    }

    [TestMethod]
    public void TheRules_AreTheTableOfCodes_AndEachResultNamesItsOwn()
    {
        using var tool = new ToolRun { Result = request => Samples.Awkward(request.Root) };
        JsonElement run = Run(LogOf(tool));
        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];
        CollectionAssert.AreEqual(CodeTable.All.Select(c => c.Code).ToArray(), rules.Select(r => r.GetProperty("id").GetString()).ToArray());
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
            Assert.AreEqual(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
    }

    [TestMethod]
    public void EachAddress_LeadsBackToItsFile()
    {
        using var tool = new ToolRun { Result = request => Samples.Awkward(request.Root) };
        JsonElement run = Run(LogOf(tool));
        var root = new Uri(run.GetProperty("originalUriBaseIds").GetProperty("SRCROOT").GetProperty("uri").GetString()!);
        Assert.AreEqual(tool.Folder.Root.FullPath + "/", root.LocalPath);
        string[] paths = [.. Results(run).Select(r => new Uri(root, AddressOf(r)).LocalPath)];
        RunResult result = Samples.Awkward(tool.Folder.Root);
        string[] expected = [.. result.Entries.Select(o => o.Entry.Source.Value), .. result.Findings.Select(f => f.Path).OfType<string>()];
        CollectionAssert.AreEqual(expected.Select(tool.Folder.At).ToArray(), paths);
    }

    [TestMethod]
    public void AResult_IsKnownAgain_WhateverItsMessageSays()
    {
        using var tool = new ToolRun();
        string[] first = Fingerprints(tool, "app.db", "attempt 1");
        CollectionAssert.AreEqual(first, Fingerprints(tool, "app.db", "attempt 2"));
        CollectionAssert.AreNotEqual(first, Fingerprints(tool, "App.db", "attempt 2"));
    }

    [TestMethod]
    [DataRow("verify --format sarif --nonsense", 2, false)]
    [DataRow("verify --format sarif", 0, true)]
    public void TheExitCode_IsToldToo(string line, int exit, bool isThrough)
    {
        using var tool = new ToolRun();
        Assert.AreEqual((ExitCode)exit, tool.In(line.Split(' ')));
        JsonElement invocation = Run(tool.Out).GetProperty("invocations")[0];
        Assert.AreEqual(exit, invocation.GetProperty("exitCode").GetInt32());
        Assert.AreEqual(isThrough, invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.AreEqual(isThrough ? 0 : 1, invocation.GetProperty("toolExecutionNotifications").GetArrayLength());
    }

    [TestMethod]
    public void AFileElsewhere_HasItsWholeAddress()
    {
        using var tool = new ToolRun();
        tool.Result = request => Samples.Empty(request.Command, request.Root) with { Findings = [new Finding(Codes.BadConfig, FindingLevel.Error, "/etc/tidy rules.json", "m")] };
        JsonElement address = Results(Run(LogOf(tool)))[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
        Assert.AreEqual("""{"uri":"file:///etc/tidy%20rules.json"}""", JsonSerializer.Serialize(address));
    }

    /// <summary>The log of <c>verify</c>, to the letter: what a test sees of stdout has the workspace's name replaced.</summary>
    private static string LogOf(ToolRun tool)
    {
        string file = tool.Folder.At("out.sarif");
        tool.In("verify", "--format", "sarif", "--output", file);
        return File.ReadAllText(file);
    }

    private static string[] Fingerprints(ToolRun tool, string path, string message)
    {
        tool.Result = request => Samples.Empty(request.Command, request.Root) with { Findings = [new Finding(Codes.Database, FindingLevel.Warning, path, message)] };
        return [.. Results(Run(LogOf(tool))).Select(r => r.GetProperty("partialFingerprints").GetProperty("codeAndPath/v1").GetString()!)];
    }

    private static JsonElement Run(string log) => JsonDocument.Parse(log).RootElement.GetProperty("runs")[0];

    private static JsonElement[] Results(JsonElement run) => [.. run.GetProperty("results").EnumerateArray()];

    private static string AddressOf(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
}
