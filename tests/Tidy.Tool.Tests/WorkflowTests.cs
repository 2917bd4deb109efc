using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Tidy.Tool.Tests;

/// <summary>The workflow for hosted machines. It cannot run here, so this holds it to the repository: what it names is there.</summary>
[TestClass]
public sealed partial class WorkflowTests
{
    private static readonly string Workflow = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "workflows", "ci.yml"));

    private static readonly YamlMappingNode Root = (YamlMappingNode)Yaml.Parse(Workflow);

    private static string[] Scripts => [.. Yaml.StepsOf(Workflow).Select(step => Yaml.Text(step, "run")).OfType<string>()];

    [TestMethod]
    public void ItRuns_ForChanges_OnTheThreeSystems_WithoutTheRightToWrite()
    {
        CollectionAssert.IsSubsetOf(new[] { "push", "pull_request" }, Yaml.Keys(Root, "on"));
        string[] machines = [.. Jobs().SelectMany(Machines)];
        foreach (string system in new[] { "ubuntu", "windows", "macos" })
            Assert.IsTrue(machines.Any(m => m.StartsWith(system + "-", StringComparison.Ordinal)), $"{system} is not in {string.Join(", ", machines)}");
        Assert.AreEqual("read", Yaml.Text((YamlMappingNode)Root.Children["permissions"], "contents"));
    }

    [TestMethod]
    public void EachJob_HasTheSources_AndTheSdkOfTheRepository_BeforeItsScripts()
    {
        foreach (YamlMappingNode job in Jobs())
        {
            Assert.IsNotNull(Yaml.Text(job, "timeout-minutes"), "a job that hangs costs hours");
            YamlMappingNode[] steps = [.. ((YamlSequenceNode)job.Children["steps"]).Children.Cast<YamlMappingNode>()];
            StringAssert.StartsWith(Yaml.Text(steps[0], "uses"), "actions/checkout@v", StringComparison.Ordinal);
            StringAssert.StartsWith(Yaml.Text(steps[1], "uses"), "actions/setup-dotnet@v", StringComparison.Ordinal);
            Assert.AreEqual("global.json", Yaml.Text((YamlMappingNode)steps[1].Children["with"], "global-json-file"));
            Assert.IsTrue(steps[2..].All(step => Yaml.Text(step, "run") is not null));
        }
    }

    [TestMethod]
    public void WhatItsScriptsName_IsInTheRepository()
    {
        string repository = RepositoryTests.Root();
        Assert.IsTrue(File.Exists(Path.Combine(repository, "global.json")));
        Assert.IsTrue(Scripts.Any(s => s.EndsWith(" .ci/run", StringComparison.Ordinal)), "on Linux all suites run");
        Assert.IsTrue(File.Exists(Path.Combine(repository, ".ci", "run")));
        string[] projects = [.. Scripts.SelectMany(s => Project().Matches(s)).Select(m => m.Groups[1].Value)];
        CollectionAssert.AreEquivalent(new[] { "tests/Tidy.Core.Tests", "tests/Tidy.Build.Tests", "tests/Tidy.Tool.Tests" }, projects);
        foreach (string project in projects)
            Assert.IsTrue(File.Exists(Path.Combine(repository, project, Path.GetFileName(project) + ".csproj")), project);
    }

    [TestMethod]
    public void TheCategoriesItLeavesOut_AreThoseOfTests()
    {
        string[] leftOut = [.. Scripts.SelectMany(s => Category().Matches(s)).Select(m => m.Groups[1].Value).Distinct()];
        string[] there = [.. typeof(WorkflowTests).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes(typeof(TestCategoryAttribute), false)).Cast<TestCategoryAttribute>().SelectMany(c => c.TestCategories)];
        CollectionAssert.AreEqual(new[] { "wine" }, leftOut);
        CollectionAssert.IsSubsetOf(leftOut, there);
    }

    private static IEnumerable<YamlMappingNode> Jobs() => ((YamlMappingNode)Root.Children["jobs"]).Children.Values.Cast<YamlMappingNode>();

    private static IEnumerable<string> Machines(YamlMappingNode job)
    {
        string runsOn = Yaml.Text(job, "runs-on")!;
        if (runsOn != "${{ matrix.os }}")
            return [runsOn];
        var matrix = (YamlMappingNode)((YamlMappingNode)job.Children["strategy"]).Children["matrix"];
        return ((YamlSequenceNode)matrix.Children["os"]).Children.Select(os => ((YamlScalarNode)os).Value!);
    }

    [GeneratedRegex(@"--project (\S+)")]
    private static partial Regex Project();

    [GeneratedRegex(@"TestCategory!=(\w+)")]
    private static partial Regex Category();
}
