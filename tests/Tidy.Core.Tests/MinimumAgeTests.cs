using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class MinimumAgeTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [TestMethod]
    [DataRow(RunCommand.Plan)]
    [DataRow(RunCommand.Verify)]
    [DataRow(RunCommand.Apply)]
    public void WhatIsYounger_StaysAndSaysSo_WhatIsOlder_Moves(RunCommand command)
    {
        using Workbench bench = new();
        Write(bench, "old.log", hours: 24);
        Write(bench, "young.log", hours: 23);

        RunResult result = bench.Run(command, request => request with { MinAge = Day });

        Outcome young = result.Entries.Single(e => e.Entry.Source.Value == "young.log");
        Assert.AreEqual((EntryStatus.Skipped, "younger than the minimum age of 24h"), (young.Status, young.Message));
        Outcome old = result.Entries.Single(e => e.Entry.Source.Value == "old.log");
        Assert.AreEqual(command == RunCommand.Apply ? EntryStatus.Moved : EntryStatus.Planned, old.Status);
        Assert.AreEqual(command == RunCommand.Verify ? ExitCode.Findings : ExitCode.Done, result.Exit);
    }

    [TestMethod]
    public void AWorkspaceWithOnlyYoungStrays_IsTidyToAVerifyWithAMinimumAge()
    {
        using Workbench bench = new("""{ "root": { "policy": "allowlist" }, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/" } ] }""");
        Write(bench, "young.log", hours: 1);
        Write(bench, "not-allowed.txt", hours: 1);
        Directory.CreateDirectory(bench.At("not-allowed"));

        RunResult result = bench.Run(RunCommand.Verify, request => request with { MinAge = Day });

        Assert.AreEqual(ExitCode.Done, result.Exit);
        Assert.IsEmpty(result.Findings);
        Assert.IsTrue(result.Entries.All(e => e.Status == EntryStatus.Skipped));
        Assert.AreEqual(ExitCode.Findings, bench.Run(RunCommand.Verify).Exit);
    }

    [TestMethod]
    [DataRow("7d", 24, "younger than the rule's minimum age of 7d")]
    [DataRow("2h", 24, "younger than the minimum age of 24h")]
    [DataRow("2h", 0, null)]
    public void TheLongerOfTheTwoAges_Decides(string ofRule, int ofRunInHours, string? why)
    {
        using Workbench bench = new($$"""{ "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/", "minAge": "{{ofRule}}" } ] }""");
        Write(bench, "a.log", hours: 3);

        Outcome outcome = bench.Run(RunCommand.Plan, request => request with { MinAge = TimeSpan.FromHours(ofRunInHours) }).Entries.Single();

        Assert.AreEqual(why, outcome.Message);
        Assert.AreEqual(why is null ? EntryStatus.Planned : EntryStatus.Skipped, outcome.Status);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void AFolder_IsAsYoungAsTheYoungestThingInIt()
    {
        using Workbench bench = new("""{ "rules": [ { "id": "out", "match": ["out*/"], "to": "archive/" } ] }""");
        foreach (string folder in new[] { "out1", "out2", "out3" })
            Write(bench, $"{folder}/deep/in/it.txt", folder == "out2" ? 1 : 30);
        using TemporaryWorkspace elsewhere = new();
        elsewhere.Write("young.txt");
        Directory.CreateSymbolicLink(bench.At("out3/link"), elsewhere.FullPath);
        foreach (string folder in Directory.GetDirectories(bench.Root.FullPath, "*", new EnumerationOptions { RecurseSubdirectories = true }).OrderDescending(StringComparer.Ordinal))
            Directory.SetLastWriteTimeUtc(folder, Hours(bench, 30));
        Programs.Run("touch", "-h", "-d", $"{Hours(bench, 30):O}", bench.At("out3/link"));

        RunResult result = bench.Run(RunCommand.Plan, request => request with { MinAge = Day });

        Assert.AreEqual("out1 Planned; out2 Skipped; out3 Planned", string.Join("; ", result.Entries.Select(e => $"{e.Entry.Source} {e.Status}")));
    }

    [TestMethod]
    public void ADatabase_IsAsYoungAsItsCompanions()
    {
        using Workbench bench = new("""{ "rules": [ { "id": "db", "match": ["*.db"], "to": "archive/" } ] }""");
        Write(bench, "app.db", hours: 30);
        Write(bench, "app.db-wal", hours: 1);

        Outcome outcome = bench.Run(RunCommand.Plan, request => request with { MinAge = Day }).Entries.Single();

        Assert.AreEqual(("app.db", EntryStatus.Skipped), (outcome.Entry.Source.Value, outcome.Status));
    }

    [TestMethod]
    public void TheRetryPhase_KnowsNoMinimumAge()
    {
        using Workbench bench = new();
        Write(bench, "young.log", hours: 1);
        bench.Files.OnProbe = _ => Tidy.Core.Platform.FileUse.InUse;
        bench.Apply();
        bench.Files.OnProbe = _ => null;

        RunResult result = bench.Run(RunCommand.Apply, request => request with { MinAge = Day });

        Assert.AreEqual(EntryStatus.Moved, result.Entries.Single().Status);
    }

    private static void Write(Workbench bench, string path, int hours) => File.SetLastWriteTimeUtc(bench.Write(path), Hours(bench, hours));

    private static DateTime Hours(Workbench bench, int ago) => bench.Clock.Now.AddHours(-ago).UtcDateTime;
}
