using Tidy.Core.Configuration;

namespace Tidy.Core.Tests;

/// <summary>The preset <c>strict</c>: all at the root that has no reason to be there is named.</summary>
[TestClass]
public sealed class StrictPresetTests
{
    [TestMethod]
    [DataRow("""{ "extends": ["strict"] }""", RootPolicy.Allowlist)]
    [DataRow("""{ "extends": ["dotnet", "strict"] }""", RootPolicy.Allowlist)]
    [DataRow("""{ "extends": ["strict"], "root": { "allow": ["x.dat"] } }""", RootPolicy.Allowlist)]
    [DataRow("""{ "extends": ["strict"], "root": { "policy": "clutter" } }""", RootPolicy.Clutter)]
    [DataRow("""{ "extends": ["dotnet"] }""", RootPolicy.Clutter)]
    [DataRow("{}", RootPolicy.Clutter)]
    public void ThePolicyOfTheFile_WinsOverThatOfThePreset(string json, RootPolicy policy) => Assert.AreEqual(policy, ConfigReader.Parse(json, "tidy.json").Root.Policy);

    [TestMethod]
    public void WhatHasNoReasonToBeThere_IsReported_AndWhatIsKnownOrAllowedIsNot()
    {
        using Workbench bench = new("""{ "extends": ["dotnet", "agents", "strict"], "root": { "allow": ["mine.dat"] } }""");
        foreach (string name in (string[])["src/a.cs", "tests/a.cs", ".github/workflows/ci.yml", "README.md", "App.sln", "logo.png", "build.sh", "mine.dat", "notes/a.md", "strange.dat", "build.log"])
            bench.Write(name);

        RunResult plan = bench.Plan();

        CollectionAssert.AreEqual(new[] { "notes", "strange.dat" }, plan.Findings.Where(f => f.Code == Codes.NotAllowed).Select(f => f.Path).ToArray());
        CollectionAssert.AreEqual(new[] { "build.log" }, plan.Entries.Select(e => e.Entry.Source.Value).ToArray());
    }

    [TestMethod]
    public void CodeOfAProjectAtTheRoot_IsAllowed()
    {
        using Workbench bench = new("""{ "extends": ["strict"] }""");
        foreach (string name in (string[])["App.csproj", "Program.cs", "MainWindow.xaml"])
            bench.Write(name);
        Assert.IsEmpty(bench.Plan().Findings);
    }
}
