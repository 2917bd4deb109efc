namespace Tidy.Package.Tests.Builds;

/// <summary>The phases that <c>tidy.json</c> configures are part of a build, and cost it nothing once they have nothing to do.</summary>
[TestClass]
public class PhasesTests
{
    private const string Config =
        """
        {
          "extends": ["dotnet"],
          "migrations": [{ "from": "old/", "to": "src/new/" }],
          "docs": { "allow": ["*-guide.md"], "mode": "reduce" },
          "runs": { "keepLast": 0, "minAge": "1d" },
          "archive": { "buckets": ["unsorted"], "index": true },
          "required": ["docs/"]
        }
        """;

    [TestMethod]
    public void ConfiguredPhases_RunAfterTheBuild_Once_UntilSomethingChangesInTheirFolders()
    {
        using var repository = BuildRepository.WithPackage(projects: 2);
        repository.WriteConfig(Config);
        foreach (string old in new[] { "build.log", "docs/notes.md", "docs/setup-guide.md", "old/thing.txt", ".autonomous_runs/job-1/out.txt" })
            repository.OldStray(old);
        Directory.SetLastWriteTimeUtc(repository.At("old"), DateTime.UtcNow.AddHours(-48)); // a folder is as young as its youngest part, itself included
        repository.Restore();

        repository.Build("all.slnx").WithExit(0).WithStarts("apply").WithWarnings();
        foreach (string moved in new[] { "archive/unsorted/notes.md", "src/new/thing.txt", "archive/runs/job-1/out.txt", "archive/ARCHIVE_INDEX.json" })
            Assert.IsTrue(repository.Exists(moved), moved);
        Assert.IsTrue(repository.Exists("docs/setup-guide.md"));
        repository.Build("all.slnx").WithExit(0).WithStarts();

        repository.OldStray("docs/later.md");
        repository.Build("all.slnx").WithExit(0).WithStarts("apply");
        StringAssert.Contains(File.ReadAllText(repository.At("archive/ARCHIVE_INDEX.json")), "unsorted/later.md");
        repository.Build("all.slnx").WithExit(0).WithStarts();
    }
}
