namespace Tidy.Package.Tests.Builds;

/// <summary>From the first build of a stranger's untidy repository until its builds keep it tidy, as a person goes through it.</summary>
[TestClass]
public class FirstInstallTests
{
    [TestMethod]
    public void StrangersRepository_IsReportedFirst_ThenTidiedByConsent_AndUndone()
    {
        using var repository = new BuildRepository(projects: 2);
        repository.CommitAll();
        WriteRealNames(repository);
        repository.ReferenceGlobally();
        string status = repository.Git("status", "--short").WithExit(0).Out;
        string[] before = Files(repository);

        BuildAnswer first = repository.Build("all.slnx", "-warnaserror").WithExit(0).WithStarts("plan").WithWarnings();
        BuildAnswer second = repository.Build("all.slnx", "-warnaserror", "--no-restore").WithExit(0).WithStarts("plan").WithWarnings();

        string line = first.TidyMessages.Single();
        Assert.MatchesRegex(@"^Tidy: \d\d+ files out of place; nothing was moved\. 'dotnet tidy plan' shows them; 'dotnet tidy init' lets builds move them, TidyEnabled=false ends this message\.$", line);
        Assert.AreEqual(line, second.TidyMessages.Single());
        CollectionAssert.AreEqual(before, Files(repository));
        Assert.AreEqual(status, repository.Git("status", "--short").WithExit(0).Out);

        repository.Tidy("init", "--yes", "--preset", "dotnet,agents").WithExit(0);
        string young = repository.Stray("young.log", TimeSpan.FromHours(23));
        string[] untidy = Files(repository);
        BuildAnswer third = repository.Build("all.slnx", "-warnaserror", "--no-restore").WithExit(0).WithStarts("apply").WithWarnings();

        string count = line.Split(' ')[1];
        Assert.AreEqual($"Tidy: {count} files moved. 'dotnet tidy undo' puts them back.", third.TidyMessages.Single());
        string[] moved = [.. untidy.Except(Files(repository))];
        Assert.HasCount(int.Parse(count), moved);
        Assert.IsTrue(File.Exists(young));
        repository.Build("all.slnx", "-warnaserror", "--no-restore").WithExit(0).WithStarts().WithWarnings();

        repository.Tidy("undo").WithExit(0);
        CollectionAssert.IsSubsetOf(untidy, Files(repository));
        repository.Build("all.slnx", "--no-restore").WithExit(0).WithWarnings();
        CollectionAssert.IsSubsetOf(untidy, Files(repository), "what a person took back, builds leave");
    }

    [TestMethod]
    public void Ci_VerifiesWhatTheConfigurationSays_AndTouchesNothing()
    {
        using var repository = new BuildRepository(projects: 2);
        repository.ReferenceGlobally();
        repository.WriteConfig();
        repository.CommitAll();
        repository.OldStray("build.log");
        repository.Stray("young.log", TimeSpan.FromMinutes(1));
        repository.SetVariable("CI", "true");
        string status = repository.Git("status", "--short").WithExit(0).Out;

        BuildAnswer build = repository.Build("all.slnx").WithExit(0).WithStarts("verify").WithWarnings("TIDY2001", "TIDY2001");

        Assert.StartsWith($"{repository.At("build.log")} : Tidy warning TIDY2001: Out of place: it belongs in 'archive/diagnostics/logs/build.log'", build.TidyWarnings[0]);
        Assert.StartsWith(repository.At("young.log"), build.TidyWarnings[1]);
        Assert.IsTrue(repository.Exists("build.log") && repository.Exists("young.log") && !repository.Exists("archive"));
        Assert.AreEqual(status, repository.Git("status", "--short").WithExit(0).Out);
        repository.Build("all.slnx", "--no-restore", "-warnaserror").WithExit(1).WithStarts("verify");
    }

    [TestMethod]
    [DataRow("TF_BUILD", "True")]
    [DataRow("GITHUB_ACTIONS", "true")]
    [DataRow("ContinuousIntegrationBuild", "true")]
    public void EachCi_IsRecognized_AlsoInAClonePeopleConsentedIn(string variable, string value)
    {
        using var repository = BuildRepository.WithPackage();
        repository.OldStray("build.log");
        repository.SetVariable(variable, value);

        repository.Build("src/p1").WithExit(0).WithStarts("verify").WithWarnings("TIDY2001");

        Assert.IsTrue(repository.Exists("build.log"));
    }

    [TestMethod]
    public void Clone_WithATidyJsonFromGit_IsReported_UntilAPersonAppliesThere()
    {
        using var repository = new BuildRepository();
        repository.ReferenceGlobally();
        repository.WriteConfig();
        repository.CommitAll();
        repository.OldStray("first.log");

        BuildAnswer before = repository.Build("src/p1").WithExit(0).WithStarts("plan").WithWarnings();
        CollectionAssert.AreEqual(
            new[] { "Tidy: 1 file out of place; nothing was moved. 'dotnet tidy plan' shows them; once a person has run 'dotnet tidy apply' in this clone, builds move them." },
            before.TidyMessages);
        Assert.IsTrue(repository.Exists("first.log"));

        repository.Tidy("apply").WithExit(0);
        Assert.IsFalse(repository.Exists("first.log"));
        repository.OldStray("second.log");

        BuildAnswer after = repository.Build("src/p1", "--no-restore").WithExit(0).WithStarts("apply").WithWarnings();
        CollectionAssert.AreEqual(new[] { "Tidy: 1 file moved. 'dotnet tidy undo' puts them back." }, after.TidyMessages);
        Assert.IsFalse(repository.Exists("second.log"));
    }

    /// <summary>The names of a real workspace that was never tidied, old; each file says its name.</summary>
    private static void WriteRealNames(BuildRepository repository)
    {
        string listing = Sources.At("tests/Tidy.Core.Tests/Fixtures/samples/reference-system/workspace.tsv");
        foreach (string name in File.ReadLines(listing).Where(l => l.Length > 0).Select(l => l.Split('\t', 2)[1]).Where(n => !repository.Exists(n)))
            repository.OldStray(name);
    }

    /// <summary>Every file and its size, in ordinal order, without what builds and Tidy itself write.</summary>
    private static string[] Files(BuildRepository repository) =>
    [
        .. new DirectoryInfo(repository.Root).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(f => $"{Path.GetRelativePath(repository.Root, f.FullName)} {f.Length}")
            .Where(f => !f.StartsWith(".git/", StringComparison.Ordinal) && !f.StartsWith(".autonomous_runs/tidy", StringComparison.Ordinal))
            .Where(f => !f.StartsWith("src/p", StringComparison.Ordinal) || !(f.Contains("/obj/", StringComparison.Ordinal) || f.Contains("/bin/", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];
}
