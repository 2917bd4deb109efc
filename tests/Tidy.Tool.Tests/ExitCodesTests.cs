using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Core.Queue;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class ExitCodesTests
{
    [TestMethod]
    [DataRow("apply", 0, "", 0)]
    [DataRow("apply", 3, "", 3)]
    [DataRow("apply", 3, "allow", 0)]
    [DataRow("retry", 3, "allow", 0)]
    [DataRow("apply", 4, "allow", 4)]
    [DataRow("apply", 3, "cancelled", 130)]
    [DataRow("apply", 4, "cancelled", 130)]
    [DataRow("plan", 0, "entries", 0)]
    [DataRow("plan", 1, "entries", 0)]
    [DataRow("plan", 0, "entries check", 1)]
    [DataRow("plan", 0, "check", 0)]
    [DataRow("plan", 2, "entries check", 2)]
    [DataRow("plan", 0, "queued check", 0)]
    [DataRow("plan", 0, "queued check strict", 1)]
    [DataRow("plan", 0, "warning check", 0)]
    [DataRow("plan", 0, "warning check strict", 1)]
    [DataRow("plan", 0, "warning strict", 0)]
    [DataRow("verify", 0, "", 0)]
    [DataRow("verify", 1, "", 1)]
    [DataRow("verify", 0, "warning", 0)]
    [DataRow("verify", 0, "warning strict", 1)]
    [DataRow("verify", 0, "queued", 0)]
    [DataRow("verify", 0, "queued strict", 1)]
    [DataRow("apply", 0, "warning strict", 0)]
    public void WhatHappened_AndWhatWasAsked_MakeTheCode(string command, int engine, string what, int expected)
    {
        using var folder = new TemporaryFolder();
        RunResult result = Samples.Empty(Enum.Parse<RunCommand>(command, ignoreCase: true), folder.Root) with { Exit = (ExitCode)engine };
        if (what.Contains("entries", StringComparison.Ordinal))
            result = result with { Entries = [Samples.Planned("a.log", 1)] };
        if (what.Contains("queued", StringComparison.Ordinal))
            result = result with { Entries = [Samples.Planned("run.log", 1) with { Pending = Samples.Item }], Queue = new QueueStats { Total = 1, Pending = 1 } };
        if (what.Contains("warning", StringComparison.Ordinal))
            result = result with { Findings = [new Finding(Codes.Database, FindingLevel.Warning, "a", "b")] };
        var policy = new ExitPolicy(Has("check"), Has("strict"), Has("allow"));
        Assert.AreEqual((ExitCode)expected, ExitCodes.Of(result, policy, Has("cancelled")));

        bool Has(string word) => what.Contains(word, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(130, 4)]
    [DataRow(4, 5)]
    [DataRow(5, 2)]
    [DataRow(2, 3)]
    [DataRow(3, 1)]
    [DataRow(1, 0)]
    public void OfSeveral_TheWorstIsTold(int worse, int better)
    {
        Assert.AreEqual((ExitCode)worse, ExitCodes.Worst((ExitCode)worse, (ExitCode)better));
        Assert.AreEqual((ExitCode)worse, ExitCodes.Worst((ExitCode)better, (ExitCode)worse));
    }
}
