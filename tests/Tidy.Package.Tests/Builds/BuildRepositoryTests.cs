namespace Tidy.Package.Tests.Builds;

/// <summary>What the other tests of builds rest on.</summary>
[TestClass]
public class BuildRepositoryTests
{
    [TestMethod]
    public void Build_WithAnOldStrayAndAYoungOne_StartsTheToolOnce_AndTheAnswerTellsIt()
    {
        using var repository = BuildRepository.WithPackage();
        repository.OldStray("build.log");
        repository.Stray("young.log", TimeSpan.FromHours(1));

        BuildAnswer build = repository.Build("all.slnx").WithExit(0).WithStarts("apply").WithWarnings();

        CollectionAssert.AreEqual(new[] { "Tidy: 1 file moved. 'dotnet tidy undo' puts them back." }, build.TidyMessages, build.ToString());
        Assert.IsFalse(repository.Exists("build.log"));
        Assert.IsTrue(repository.Exists("young.log"));
    }

    [TestMethod]
    public void BuildInto_Verify_TellsEachWarning()
    {
        using var repository = BuildRepository.WithPackage();
        repository.SetVariable("TidyMode", "verify");
        repository.OldStray("a.log");
        repository.OldStray("b.log");

        BuildAnswer build = repository.BuildInto("out.txt", "all.slnx").WithExit(0).WithStarts("verify").WithWarnings("TIDY2001", "TIDY2001");

        Assert.Contains(repository.At("a.log"), build.TidyWarnings[0]);
        Assert.Contains(repository.At("b.log"), build.TidyWarnings[1]);
    }
}
