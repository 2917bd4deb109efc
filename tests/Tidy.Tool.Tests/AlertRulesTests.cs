using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>The alerts that the guide offers, by Prometheus's own tool.</summary>
[TestClass]
public sealed class AlertRulesTests
{
    private static readonly string Rules = Path.Combine(RepositoryTests.Root(), "docs", "prometheus", "tidy-alerts.yml");

    [TestMethod]
    public void Rules_AreTakenByPrometheus() =>
        StringAssert.Contains(Programs.Run("promtool", [.. "check rules".Split(' '), Rules]), "SUCCESS: 8 rules found");

    [TestMethod]
    public void Rules_ComeWhenTheyShould_AndOnlyThen()
    {
        using TemporaryFolder folder = new();
        string cases = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "alerts.test.yml"));
        string file = folder.Write("alerts.test.yml", cases.Replace("[ALERTS]", $"['{Rules}']", StringComparison.Ordinal));
        StringAssert.Contains(Programs.Run("promtool", "test", "rules", file), "SUCCESS");
    }

    [TestMethod]
    public void EveryMetricInTheRules_IsOneOfOurs()
    {
        string rules = File.ReadAllText(Rules);
        string[] named = [.. System.Text.RegularExpressions.Regex.Matches(rules, "tidy_[a-z_]+").Select(m => m.Value).Distinct()];
        string[] known = [.. Core.Metrics.MetricTable.All.Select(m => m.PrometheusName)];
        Assert.IsNotEmpty(named);
        CollectionAssert.IsSubsetOf(named, known);
    }
}
