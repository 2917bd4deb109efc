using Tidy.Core.Explaining;
using Tidy.Core.Planning;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>
/// The default presets on the roots of real repositories. To name what belongs there is the worst a rule can do, so not one entry of a
/// well-kept repository may be flagged; what is clutter they find nearly always. Averages are over repositories: one has 237 stray DLLs.
/// </summary>
[TestClass]
public sealed class CorpusTests(TestContext context)
{
    private static readonly string[] Defaults = ["dotnet", "agents"];

    public static IEnumerable<string> Paths => CorpusRepository.Paths;

    [TestMethod]
    public void NothingOfAWellKeptRepository_IsFlagged()
    {
        CorpusRepository[] clean = [.. Repositories("clean/")];

        string[] flagged = [.. from repository in clean from name in Flagged(repository) select $"{repository.Name}: {name}"];

        Figures.Report(context, "Presets on well-kept repositories", $"{clean.Sum(r => r.Entries.Count)} entries of {clean.Length} roots", $"{flagged.Length} flagged");
        Assert.IsGreaterThan(1200, clean.Sum(r => r.Entries.Count));
        Assert.AreEqual("", string.Join(", ", flagged));
    }

    [TestMethod]
    public void ClutterIsFound_AndWhatBelongsStays()
    {
        var judged = Repositories("messy/").Select(r => (Files: r.Entries.Where(IsJudged).ToArray(), Flagged: Flagged(r))).ToArray();
        double[] recall = [.. from r in judged let clutter = r.Files.Where(IsClutter).ToArray() where clutter.Length > 0 select clutter.Average(e => r.Flagged.Contains(e.Name) ? 1.0 : 0)];
        string[] keep = [.. judged.SelectMany(r => r.Files.Where(e => e.Label == "keep").Select(e => e.Name))];
        string[] keptButFlagged = [.. judged.SelectMany(r => r.Files.Where(e => e.Label == "keep" && r.Flagged.Contains(e.Name)).Select(e => e.Name))];

        Figures.Report(context, "Presets on messy repositories", $"{judged.Sum(r => r.Files.Length)} files of {judged.Length} roots", $"macro recall {recall.Average():0.000}; {keptButFlagged.Length} of {keep.Length} to keep flagged");
        foreach (var category in judged.SelectMany(r => r.Files.Where(IsClutter).Select(e => (e.Category, Found: r.Flagged.Contains(e.Name)))).GroupBy(e => e.Category).OrderBy(g => g.Key))
            Figures.Report(context, "Presets on messy repositories", category.Key, $"{category.Count(e => e.Found)} of {category.Count()} found");
        Assert.IsGreaterThan(250, keep.Length);
        Assert.IsLessThanOrEqualTo(keep.Length, keptButFlagged.Length * 200, string.Join(", ", keptButFlagged));
        Assert.IsGreaterThanOrEqualTo(0.95, recall.Average());
    }

    /// <summary>For every entry there is an answer, and the plan decides as it says.</summary>
    [TestMethod]
    [DynamicData(nameof(Paths))]
    public void AnExplanation_AgreesWithThePlan(string path)
    {
        CorpusRepository repository = CorpusRepository.Read(path);
        using Workbench bench = repository.Make(Defaults);
        RunRequest request = new() { Command = RunCommand.Plan, Root = bench.Root, Config = bench.Config };
        RunResult plan = bench.Plan();
        foreach (string name in repository.Entries.Select(e => e.Name))
        {
            Explanation explanation = Explanation.Of(request, bench.Services, ExplainedPath.Parse(name));

            Rule? rule = explanation.Rules.FirstOrDefault(v => v.Matches)?.Rule;
            string said = explanation.Entry is { Status: EntryStatus.Planned } ? "moves" : explanation.Findings.Count > 0 ? "reported" : "stays";
            string ruled = rule?.Action switch { RuleAction.Move => "moves", RuleAction.Report => "reported", _ => "stays" };
            Assert.AreEqual(Decided(plan, name), said, name);
            Assert.AreEqual(ruled, said, $"{name} ({rule?.Id})");
        }
    }

    private static IEnumerable<CorpusRepository> Repositories(string half) => CorpusRepository.Paths.Where(p => p.StartsWith(half, StringComparison.Ordinal)).Select(CorpusRepository.Read);

    /// <summary>What IDEs keep for themselves at the root is no question of clutter.</summary>
    private static bool IsJudged(CorpusEntry entry) => !entry.IsFolder && entry.Category != "tool-state";

    private static bool IsClutter(CorpusEntry entry) => entry.Label == "clutter";

    private static HashSet<string> Flagged(CorpusRepository repository)
    {
        using Workbench bench = repository.Make(Defaults);
        RunResult plan = bench.Plan();
        return [.. repository.Entries.Select(e => e.Name).Where(name => Decided(plan, name) != "stays")];
    }

    private static string Decided(RunResult plan, string name) =>
        plan.Entries.Any(e => e.Status == EntryStatus.Planned && e.Entry.Source.Value == name) ? "moves"
        : plan.Findings.Any(f => f.Path == name) ? "reported"
        : "stays";
}
