namespace Tidy.Package.Tests.Builds;

/// <summary><c>-t:Tidy</c> and <c>-t:TidyVerify</c>: a person asks, so age does not matter and every build answers.</summary>
[TestClass]
public class OnDemandTests
{
    private const string NothingToMove = "Tidy: nothing to move.";

    [TestMethod]
    public void TargetTidy_MovesYoungFilesAtOnce_AndLetsLaterBuildsMoveToo()
    {
        using var repository = new BuildRepository(projects: 2);
        repository.ReferenceGlobally();
        repository.WriteConfig();
        repository.OldStray("old.log");
        repository.Build("all.slnx").WithExit(0).WithStarts("plan");
        Assert.IsTrue(repository.Exists("old.log"), "Nobody has agreed yet.");
        repository.Stray("young.log", TimeSpan.Zero);

        AssertSays(repository.Build("all.slnx", "-t:Tidy"), "apply", "Tidy: 2 files moved. 'dotnet tidy undo' puts them back.");
        AssertSays(repository.Build("all.slnx", "-t:Tidy"), "apply", NothingToMove);
        AssertSays(repository.Build("all.slnx", "-t:Tidy"), "apply", NothingToMove);

        repository.OldStray("later.log");
        repository.Build("all.slnx").WithExit(0).WithStarts("apply");
        Assert.IsFalse(repository.Exists("later.log"));
    }

    [TestMethod]
    public void TargetTidyVerify_WarnsInEachBuild_AndMovesNothing()
    {
        using var repository = BuildRepository.WithPackage(projects: 2);
        string stray = repository.Stray("young.log", TimeSpan.Zero);
        repository.Restore();

        for (int pass = 0; pass < 3; pass++)
            AssertSays(repository.Build("all.slnx", "-t:TidyVerify").WithWarnings("TIDY2001"), "verify", "Tidy: 1 file out of place.");

        File.Delete(stray);
        for (int pass = 0; pass < 2; pass++)
            AssertSays(repository.Build("all.slnx", "-t:TidyVerify").WithWarnings(), "verify", "Tidy: nothing is out of place.");
    }

    private static void AssertSays(BuildAnswer build, string start, string line)
    {
        build.WithExit(0).WithStarts(start);
        CollectionAssert.AreEqual(new[] { line }, build.TidyMessages, build.ToString());
    }
}
