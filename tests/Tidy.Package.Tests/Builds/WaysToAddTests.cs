namespace Tidy.Package.Tests.Builds;

/// <summary>Each way to add Tidy to builds, and several together.</summary>
[TestClass]
public class WaysToAddTests
{
    private static readonly string RootImport = $"<Import Project=\"{Sources.At("Tidy.targets")}\" />";

    [TestMethod]
    public void PackageReference_InOneProject_ServesTheSolution()
    {
        using BuildRepository repository = Ready(projects: 2);
        repository.Reference(repository.Projects[1]);

        AssertMoves(repository, repository.Build("all.slnx"));

        Assert.AreEqual("", TidyVersion(repository, repository.Projects[0]));
        Assert.AreEqual(Sources.Version, TidyVersion(repository, repository.Projects[1]));
    }

    [TestMethod]
    public void PackageReference_OfALibraryWithoutPrivateAssets_GoesNoFurther()
    {
        using BuildRepository repository = Ready(projects: 2);
        repository.Write(repository.Projects[0], Project($"<ItemGroup><PackageReference Include=\"Tidy.Build\" Version=\"{Sources.Version}\" /></ItemGroup>"));
        repository.Write(repository.Projects[1], Project("<ItemGroup><ProjectReference Include=\"../p1/p1.csproj\" /></ItemGroup>"));

        // The library is built with its user, and keeps the workspace tidy; after that its user, built alone, has nobody who would.
        AssertMoves(repository, repository.Build(repository.Projects[1]));
        Assert.AreEqual("", TidyVersion(repository, repository.Projects[1]));
        Assert.AreEqual(Sources.Version, TidyVersion(repository, repository.Projects[0]));
        repository.OldStray("later.log");
        BuildAnswer alone = repository.Build(repository.Projects[1], "--no-restore", "-p:BuildProjectReferences=false", "-v:d").WithExit(0).WithStarts();
        Assert.DoesNotContain("TidyGate", alone.Answer.Out);
        Assert.IsTrue(repository.Exists("later.log"));

        repository.Build(repository.Projects[0], "-t:Pack", $"-p:PackageOutputPath={repository.Beside("packed")}").WithExit(0);
        using var packed = new PackageFile(repository.Beside("packed/p1.1.0.0.nupkg"));
        foreach (var dependency in packed.Manifest.Descendants().Where(e => e.Name.LocalName == "dependency"))
            Assert.Contains("Build", dependency.Attribute("exclude")!.Value.Split(','), dependency.ToString());
    }

    [TestMethod]
    public void GlobalPackageReference_ServesAllProjects()
    {
        using BuildRepository repository = Ready(projects: 2);
        repository.ReferenceGlobally();

        AssertMoves(repository, repository.Build("all.slnx"));

        Assert.AreEqual(Sources.Version, TidyVersion(repository, repository.Projects[0]));
    }

    [TestMethod]
    public void RootTargets_ImportedByAProject_Work()
    {
        using BuildRepository repository = Ready();
        repository.Write(repository.Projects[0], Project(RootImport));

        AssertMoves(repository, repository.Build("src/p1"));
    }

    [TestMethod]
    public void RootTargets_ImportedByDirectoryBuildTargets_Work()
    {
        using BuildRepository repository = Ready(projects: 2);
        repository.WriteTargets(RootImport);

        AssertMoves(repository, repository.Build("all.slnx"));
    }

    [TestMethod]
    public void PackageAndRootTargets_OfTheSameVersion_AreOneAndSayNothing()
    {
        using BuildRepository repository = Ready();
        repository.ReferenceGlobally();
        repository.WriteTargets(RootImport);

        BuildAnswer build = repository.Build("src/p1");

        AssertMoves(repository, build);
        Assert.DoesNotContain("MSB4011", build.Answer.Out, "the same file is imported twice");
    }

    [TestMethod]
    public void PackageAndRootTargets_OfOtherVersions_AreOneAndSaySo()
    {
        using BuildRepository repository = Ready();
        File.Delete(repository.Beside("nuget.config"));
        LocalFeed.OtherVersion.WriteConfig(repository.Beside(""));
        repository.Write(repository.Projects[0], Project($"<ItemGroup><PackageReference Include=\"Tidy.Build\" Version=\"{LocalFeed.OtherVersion.Version}\" PrivateAssets=\"all\" /></ItemGroup>"));
        repository.WriteTargets(RootImport);

        BuildAnswer build = repository.Build("src/p1").WithExit(0).WithStarts("apply").WithWarnings();

        string[] expected =
        [
            $"Tidy TIDY9015: this project imports Tidy.targets of the versions {LocalFeed.OtherVersion.Version} and {Sources.Version}; the one imported last is used.",
            "Tidy: 1 file moved. 'dotnet tidy undo' puts them back.",
        ];
        CollectionAssert.AreEqual(expected, build.TidyMessages, build.ToString());
    }

    [TestMethod]
    public void RootTargets_WithoutWhatTheyNeed_WarnAndTheBuildGoesOn()
    {
        using BuildRepository repository = Ready();
        Directory.CreateDirectory(repository.Beside("clone/build"));
        File.Copy(Sources.At("Tidy.targets"), repository.Beside("clone/Tidy.targets"));
        File.Copy(Sources.At("build/Tidy.Version.props"), repository.Beside("clone/build/Tidy.Version.props"));
        repository.WriteTargets($"<Import Project=\"{repository.Beside("clone/Tidy.targets")}\" />");

        BuildAnswer build = repository.Build("src/p1").WithExit(0).WithStarts();

        string warning = build.Lines.Single(l => l.Contains("TIDY", StringComparison.Ordinal));
        Assert.StartsWith($"{repository.Beside("clone/Tidy.targets")} : warning TIDY9014: Tidy does nothing: its task '{repository.Beside("clone/src/Tidy.Build/bin/Debug")}", warning);
        Assert.IsTrue(repository.Exists("build.log"));
        Assert.IsTrue(repository.Exists("src/p1/bin/Debug/net10.0/p1.dll"));
    }

    private static string Project(string elements) => $"<Project Sdk=\"Microsoft.NET.Sdk\">\n  {elements}\n</Project>\n";

    /// <summary>A repository in which builds may move, with a file that they would move.</summary>
    private static BuildRepository Ready(int projects = 1)
    {
        var repository = new BuildRepository(projects);
        repository.WriteConfig();
        repository.Consent();
        repository.OldStray("build.log");
        return repository;
    }

    private static void AssertMoves(BuildRepository repository, BuildAnswer build)
    {
        build.WithExit(0).WithStarts("apply").WithWarnings();
        CollectionAssert.AreEqual(new[] { "Tidy: 1 file moved. 'dotnet tidy undo' puts them back." }, build.TidyMessages, build.ToString());
        Assert.IsTrue(repository.Exists("archive/diagnostics/logs/build.log"));
    }

    private static string TidyVersion(BuildRepository repository, string project) =>
        repository.Build(project, "--no-restore", "-getProperty:TidyVersion").WithExit(0).Answer.Out.Trim();
}
