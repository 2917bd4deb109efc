using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Tidy.Build.Calls;
using Tidy.Build.Relay;

namespace Tidy.Build.Tests;

[TestClass]
public sealed class EventRelayTests : IDisposable
{
    private const string Queued = """
        {"event":"entry","src":"logs x.log","dest":"archive/x.log","action":"move","phase":"root","rule":"logs","status":"queued","reason":"locked","message":"in use by vim (123); attempt 1 of 10, it moves when it is free, and counts again from 2026-11-22 12:05:00Z","bytes":3,"holders":[{"pid":123,"name":"vim","started_at":null}],"code":"TIDY1001","queue_id":"b712e9d556bc5a92","attempt":1,"max_attempts":10,"next_eligible_at":"2026-11-22T12:05:00Z"}
        """;

    private readonly BuildFolder folder = new();
    private readonly RecordedBuild build = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void QueuedFile_IsAWarningWithCodeFileHolderAndNextTry()
    {
        Relay(TidyMode.Apply, Started, Queued, Summary(3));

        BuildWarningEventArgs warning = build.Warnings.Single();
        Assert.AreEqual("TIDY1001", warning.Code);
        Assert.AreEqual("Tidy", warning.Subcategory);
        Assert.AreEqual(Path.Combine(folder.Root, "logs x.log"), warning.File);
        Assert.AreEqual(0, warning.LineNumber);
        StringAssert.Contains(warning.Message, "Not moved to 'archive/x.log' yet: in use by vim (123); attempt 1 of 10");
        StringAssert.Contains(warning.Message, "2026-11-22 12:05:00Z");
        CollectionAssert.AreEqual(new[] { "Tidy: 0 files moved, 1 in use and queued." }, build.Loud.ToArray());
    }

    [TestMethod]
    [DataRow("TIDY1002")]
    [DataRow("TIDY1003")]
    [DataRow("TIDY1006")]
    [DataRow("TIDY1007")]
    public void FileThatStaysInUse_IsAWarningOfItsOwnCode(string code)
    {
        Relay(TidyMode.Apply, Started, Queued.Replace("TIDY1001", code, StringComparison.Ordinal), Summary(3));

        Assert.AreEqual(code, build.Warnings.Single().Code);
    }

    [TestMethod]
    public void QueuedFile_WithTheSeverityMessage_IsNoWarning()
    {
        Relay(LockedFileSeverity.Message, Started, Queued, Summary(3));

        Assert.IsEmpty(build.Warnings);
        StringAssert.Contains(build.Loud.First(), "Tidy TIDY1001: 'logs x.log': Not moved");
    }

    [TestMethod]
    [DataRow("TIDY1002", "1 in use and queued")]
    [DataRow("TIDY1007", "1 in use and queued")]
    [DataRow("TIDY1003", "1 could not be moved")]
    [DataRow("TIDY1006", "1 could not be moved")]
    [DataRow("TIDY2008", "1 could not be moved")]
    public void QueuedFile_CountsByWhetherItWaits(string code, string said)
    {
        Relay(LockedFileSeverity.Warning, Started, Queued.Replace("TIDY1001", code, StringComparison.Ordinal), Summary(3));

        Assert.AreEqual(code, build.Warnings.Single().Code);
        Assert.AreEqual($"Tidy: 0 files moved, {said}.", build.Loud.Single());
    }

    [TestMethod]
    public void QueuedFile_WithTheSeverityError_IsAnError()
    {
        Relay(LockedFileSeverity.Error, Started, Queued, Summary(3));

        Assert.AreEqual("TIDY1001", build.Errors.Single().Code);
        Assert.IsEmpty(build.Warnings);
    }

    [TestMethod]
    public void MovedFromTheQueue_IsSaidLoudly_OtherMovesInOneLine()
    {
        Relay(
            TidyMode.Apply,
            Started,
            """{"event":"entry","src":"x.log","dest":"archive/x.log","phase":"retry","rule":null,"status":"moved","message":"moved from the queue after attempt 2","code":"TIDY1008"}""",
            """{"event":"entry","src":"y.log","dest":"archive/y.log","phase":"root","rule":"logs","status":"moved","message":"a log","code":null}""",
            Summary(0));

        CollectionAssert.AreEqual(
            new[] { "Tidy TIDY1008: 'x.log' moved to 'archive/x.log': moved from the queue after attempt 2.", "Tidy: 2 files moved. 'dotnet tidy undo' puts them back." },
            build.Loud.ToArray());
        Assert.IsEmpty(build.Warnings);
    }

    [TestMethod]
    public void WhatIsNoMove_IsSaidInItsOwnWords_AndNotCountedAsAFile()
    {
        Relay(
            TidyMode.Apply,
            Started,
            """{"event":"entry","src":"y.log","dest":"archive/y.log","action":"move","phase":"root","rule":"logs","status":"moved","message":"a log","code":null}""",
            """{"event":"entry","src":"old","dest":null,"action":"remove_empty_dir","phase":"runs","rule":null,"status":"removed","message":null,"code":null}""",
            """{"event":"entry","src":"archive/INDEX.md","dest":"archive/INDEX.md","action":"write_index","phase":"archive","rule":null,"status":"failed","message":"the disk is full","code":"TIDY2008"}""",
            Summary(3));

        CollectionAssert.AreEqual(
            new[] { "Tidy: 1 file moved, 1 other change, 1 could not be moved. 'dotnet tidy undo' puts them back." },
            build.Loud.ToArray());
        Assert.AreEqual("Not written: the disk is full.", build.Warnings.Single().Message);
    }

    [TestMethod]
    public void NothingHappened_SaysNothing()
    {
        Relay(
            TidyMode.Apply,
            Started,
            """{"event":"entry","src":"x.log","status":"skipped","message":"younger than the minimum age of 24h","code":null}""",
            """{"event":"entry","src":"y.log","status":"skipped","message":"held open by this run itself","code":"TIDY2009"}""",
            """{"event":"finding","code":"TIDY2003","level":"warning","path":"app.db","message":"A database."}""",
            Summary(0));

        Assert.IsEmpty(build.Warnings);
        Assert.IsEmpty(build.Loud);
    }

    [TestMethod]
    public void OutOfPlace_IsAWarningInVerify_AndOneLineInReport()
    {
        const string Planned = """{"event":"entry","src":"a%b{0}.log","dest":"archive/a.log","rule":"logs","status":"planned","message":"a log","code":CODE}""";
        string stray = Planned.Replace("CODE", "\"TIDY2001\"", StringComparison.Ordinal);
        const string Database = """{"event":"finding","code":"TIDY2003","level":"warning","path":"app.db","message":"A database."}""";

        Relay(TidyMode.Verify, Started, stray, Database, Summary(1));

        CollectionAssert.AreEqual(new[] { "TIDY2001", "TIDY2003" }, build.Warnings.Select(w => w.Code).ToArray());
        StringAssert.Contains(build.Warnings[0].File, "a%b{0}.log");

        build.Warnings.Clear();
        Relay(TidyMode.Report, Started, Planned.Replace("CODE", "null", StringComparison.Ordinal), Database, Summary(0));

        Assert.IsEmpty(build.Warnings);
        StringAssert.StartsWith(build.Loud.Single(), "Tidy: 1 file out of place; nothing was moved. 'dotnet tidy plan' shows them; 'dotnet tidy init'");
    }

    [TestMethod]
    public void Report_WithATidyJsonThatNobodyRanYet_SaysWhatLetsBuildsMove()
    {
        folder.Write("tidy.json", "{}");

        Relay(TidyMode.Report, Started, """{"event":"entry","src":"x.log","dest":"archive/x.log","status":"planned","code":null}""", Summary(0));

        StringAssert.Contains(build.Loud.Single(), "once a person has run 'dotnet tidy apply' in this clone");
    }

    [TestMethod]
    public void BrokenConfiguration_IsAnErrorWithLineAndColumn()
    {
        Relay(
            TidyMode.Report,
            """{"event":"finding","code":"TIDY9002","level":"error","path":"tidy.json","message":"unknown key 'rulez'; did you mean 'rules'?","line":3,"column":5}""",
            Summary(2));

        BuildErrorEventArgs error = build.Errors.Single();
        Assert.AreEqual("TIDY9002", error.Code);
        Assert.AreEqual(Path.Combine(folder.Root, "tidy.json"), error.File);
        Assert.AreEqual(3, error.LineNumber);
        Assert.AreEqual(5, error.ColumnNumber);
        Assert.AreEqual("unknown key 'rulez'; did you mean 'rules'?", error.Message);
    }

    [TestMethod]
    [DataRow("TIDY1004")]
    [DataRow("TIDY9006")]
    [DataRow("TIDY9012")]
    public void ToolThatCannotGoOn_IsAWarningAndNoError(string code)
    {
        Relay(TidyMode.Apply, $$"""{"event":"finding","code":"{{code}}","level":"error","path":null,"message":"It went wrong."}""", Summary(4));

        Assert.AreEqual(code, build.Warnings.Single().Code);
        Assert.IsEmpty(build.Errors);
    }

    [TestMethod]
    public void WorkspaceBusy_IsAMessage()
    {
        Relay(TidyMode.Apply, """{"event":"finding","code":"TIDY1005","level":"error","path":null,"message":"Another run is at work."}""", Summary(5));

        Assert.IsEmpty(build.Warnings);
        StringAssert.Contains(build.Everything, "Tidy TIDY1005: Another run is at work.");
    }

    [TestMethod]
    public void SameWarning_SaidByThisBuildAlready_IsNotRepeated()
    {
        HashSet<string> said = [];
        var relay = new EventRelay(Log(), new RelaySettings(folder.Call()) { IsFirstTime = said.Add });

        relay.Take(ToolEvent.Parse(Queued)!);
        relay.Take(ToolEvent.Parse(Queued)!);
        relay.Take(ToolEvent.Parse(Queued.Replace("\"attempt\":1", "\"attempt\":2", StringComparison.Ordinal))!);

        Assert.HasCount(2, build.Warnings);
    }

    [TestMethod]
    public void ToolOfAnotherVersion_IsSaid()
    {
        Relay(TidyMode.Apply, """{"event":"started","schema_version":1,"command":"apply","run_id":"r","workspace_root":"/w","actions":0,"tool_version":"99.1.0"}""", Summary(0));

        StringAssert.Contains(build.Loud.Single(), "TIDY9015");
        StringAssert.Contains(build.Loud.Single(), "dotnet-tidy 99.1.0");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("You must install or update .NET to run this application.")]
    [DataRow("{\"event\":")]
    [DataRow("{\"no\":\"event\"}")]
    [DataRow("[]")]
    public void Line_ThatIsNoEvent_IsTalk(string line) => Assert.IsNull(ToolEvent.Parse(line));

    [TestMethod]
    public void Event_WithEscapesAndOddNames_IsReadAsWritten()
    {
        ToolEvent one = ToolEvent.Parse("""{"event":"entry","src":"a\n\"b\" \u00e9 \ud83d\ude00 {0}.log","dest":null,"attempt":7}""")!;

        Assert.AreEqual("a\n\"b\" é 😀 {0}.log", one["src"]);
        Assert.IsNull(one["dest"]);
        Assert.IsNull(one["missing"]);
        Assert.AreEqual(7, one.Number("attempt"));
    }

    private static string Started => $$"""{"event":"started","schema_version":1,"command":"apply","run_id":"r","workspace_root":"/w","actions":1,"tool_version":"{{TaskVersion.Text}}"}""";

    private static string Summary(int exit) => $$"""{"event":"summary","schema_version":1,"exit_code":{{exit}}}""";

    private void Relay(TidyMode mode, params string[] lines) => Relay(new RelaySettings(folder.Call(mode: mode)), lines);

    private void Relay(LockedFileSeverity severity, params string[] lines) => Relay(new RelaySettings(folder.Call()) { LockedFiles = severity }, lines);

    private void Relay(RelaySettings settings, string[] lines)
    {
        var relay = new EventRelay(Log(), settings);
        foreach (string line in lines)
            relay.Take(ToolEvent.Parse(line)!);
        Assert.IsTrue(relay.IsComplete);
    }

    private TaskLoggingHelper Log() => new(build.Engine, "RunTidy");
}
