namespace Tidy.Package.Tests.Builds;

/// <summary>What is no build to a person, and what a person has switched off.</summary>
[TestClass]
public class SkippedBuildTests
{
    [TestMethod]
    public void EachSkippedBuild_StartsNothing_ThoughAFileIsDue()
    {
        using var repository = BuildRepository.WithPackage();
        string stray = repository.OldStray("build.log");
        string[] before = Snapshot.Of(repository.Root);

        repository.Restore();
        repository.Build("all.slnx", "-p:DesignTimeBuild=true").WithExit(0).WithStarts();
        repository.Build("all.slnx", "-p:DotNetWatchBuild=true").WithExit(0).WithStarts();
        repository.Build("all.slnx", "-p:TidyMode=off").WithExit(0).WithStarts();
        Switched(repository, "DOTNET_WATCH", "1").WithStarts();
        Switched(repository, "TidyMode", "off").WithStarts();

        CollectionAssert.AreEqual(before, Snapshot.Of(repository.Root));
        repository.Build("all.slnx").WithExit(0).WithStarts("apply");
        Assert.IsFalse(File.Exists(stray));
    }

    [TestMethod]
    public void NotEnabled_ByPropertyOrVariable_LoadsNothing()
    {
        using var repository = BuildRepository.WithPackage();
        repository.OldStray("build.log");
        repository.Restore();

        AssertNothingLoaded(repository.Build("all.slnx", "-p:TidyEnabled=false", "-v:d"));
        AssertNothingLoaded(Switched(repository, "TidyEnabled", "false", "-v:d"));

        BuildAnswer enabled = repository.Build("all.slnx", "-v:d").WithExit(0).WithStarts("apply");
        Assert.Contains("TidyGate", enabled.Answer.Out);
        Assert.Contains("Tidy.Build.dll", enabled.Answer.Out);
    }

    private static BuildAnswer Switched(BuildRepository repository, string variable, string value, params string[] more)
    {
        repository.SetVariable(variable, value);
        BuildAnswer build = repository.Build(["all.slnx", .. more]).WithExit(0);
        repository.SetVariable(variable, null);
        return build;
    }

    private static void AssertNothingLoaded(BuildAnswer build)
    {
        build.WithExit(0).WithStarts();
        Assert.DoesNotContain("TidyGate", build.Answer.Out);
        Assert.DoesNotContain("Tidy.Build.dll", build.Answer.Out);
    }
}
