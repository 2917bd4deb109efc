using System.Text;
using Tidy.Core.Configuration;
using Tidy.Core.Journal;
using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

/// <summary>
/// The sample configurations on the workspaces they are for. The plan of each was read by a person, entry by entry: set
/// TIDY_UPDATE_GOLDEN to the folder of the samples in the source tree to write it anew, and read what changed.
/// </summary>
[TestClass]
public sealed class SampleTests
{
    [TestMethod]
    [DataRow("reference-system")]
    [DataRow("dotnet-repository")]
    public void ThePlan_IsTheReviewedOne(string name)
    {
        using Workbench bench = Make(name);

        string plan = Text(bench.Plan());

        if (Environment.GetEnvironmentVariable("TIDY_UPDATE_GOLDEN") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, name, "plan.txt"), plan);
        Assert.AreEqual(File.ReadAllText(SampleFiles.Plan(name)).ReplaceLineEndings("\n"), plan);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow("reference-system")]
    [DataRow("dotnet-repository")]
    public void Apply_LeavesOnlyWhatNeedsAPerson_AndUndoGivesTheIdenticalTree(string name)
    {
        using Workbench bench = Make(name);
        string root = bench.Root.FullPath;
        IReadOnlyList<string> before = TreeSnapshot.OfFiles(root);
        List<string> contents = Contents(root);
        RunResult planned = bench.Plan();

        RunResult applied = bench.Apply();
        CollectionAssert.AreEqual(Actions(planned), Actions(applied), "plan and apply agree");
        Assert.IsFalse(applied.Entries.Any(e => e.Status is EntryStatus.Planned or EntryStatus.Queued or EntryStatus.Failed), Text(applied));
        CollectionAssert.IsSubsetOf(contents, Contents(root), "every content exists");
        Assert.AreEqual(CountOfFiles(before), CountOfFiles(TreeSnapshot.OfFiles(root)) + applied.Entries.Count(e => e.Entry.Action == PlanAction.RemoveDuplicate), "and once");

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        IReadOnlyList<string> after = TreeSnapshot.OfFiles(root);
        RunResult second = bench.Apply();
        RunResult verified = bench.Run(RunCommand.Verify);
        Assert.IsFalse(second.Entries.Any(e => e.Status is not (EntryStatus.Protected or EntryStatus.Skipped)), Text(second));
        CollectionAssert.AreEqual(after.ToList(), TreeSnapshot.OfFiles(root).ToList(), "the second run changes nothing");
        Assert.IsFalse(verified.Entries.Any(e => e.Status == EntryStatus.Planned));
        string[] forAPerson = [Codes.TruthSourceMissing, Codes.TruthSourceDivergent, Codes.UnknownDocument, Codes.Database, Codes.Secret, Codes.Reported, Codes.RequiredMissing, Codes.BucketMissing];
        CollectionAssert.IsSubsetOf(verified.Findings.Select(f => f.Code).Distinct().ToList(), forAPerson);

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        RunResult undone = bench.Run(RunCommand.Undo);
        Assert.AreEqual(ExitCode.Done, undone.Exit, Text(undone));
        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.OfFiles(root).ToList());
    }

    private static Workbench Make(string name)
    {
        Workbench bench = new() { Config = ConfigReader.Read(SampleFiles.Config(name)) };
        RealWorkspace.Make(bench.Root.FullPath, SampleFiles.Listing(name));
        return bench;
    }

    /// <summary>Files that a run writes do not count.</summary>
    private static int CountOfFiles(IReadOnlyList<string> tree) =>
        tree.Count(l => !l.Contains("archive/.gitignore", StringComparison.Ordinal) && !l.Contains("ARCHIVE_INDEX.", StringComparison.Ordinal));

    /// <summary>What is in the files, compressed or not, each content once.</summary>
    private static List<string> Contents(string root)
    {
        string compressed = Programs.Shell($"find '{root}' -name '*.gz' -exec sh -c 'gzip -dc \"$1\" | sha256sum | cut -c1-64' - {{}} \\;");
        return [.. RealWorkspace.Contents(root).Concat(compressed.Split('\n')).Distinct()];
    }

    private static string[] Actions(RunResult result) =>
        [.. result.Entries.Select(e => $"{WireNames.Of(e.Entry.Action)} {e.Entry.Source} > {e.Entry.Destination}")];

    private static string Text(RunResult result)
    {
        StringBuilder text = new();
        foreach (Outcome entry in result.Entries)
        {
            string to = entry.Destination is { } destination && !destination.Equals(entry.Entry.Source) ? $" -> {destination}" : "";
            string stays = entry.Status is EntryStatus.Protected or EntryStatus.Skipped or EntryStatus.Failed ? $" ({WireNames.Of(entry.Status)}: {entry.Message})" : "";
            text.Append($"{entry.Entry.Phase}/{entry.Entry.Rule}: {WireNames.Of(entry.Entry.Action)} {entry.Entry.Source}{to}{stays}\n");
        }

        foreach (Finding finding in result.Findings)
            text.Append($"{WireNames.Of(finding.Level)} {finding.Code} {finding.Path}: {finding.Text}\n");
        return text.ToString();
    }
}
