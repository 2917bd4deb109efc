namespace Tidy.Package.Tests.Builds;

/// <summary>The nodes of a build stay for the next one, in which they are not started by the process that a person started.</summary>
[TestClass]
public sealed class ReusedNodeTests : IDisposable
{
    private readonly BuildRepository repository = BuildRepository.WithPackage(projects: 3);
    private readonly StartedProcesses nodes;

    public ReusedNodeTests()
    {
        nodes = repository.Processes();
        repository.SetVariable("MSBUILDDISABLENODEREUSE", null);
        // Else the process that a person started would also run a part of the calls.
        repository.SetVariable("MSBUILDNOINPROCNODE", "1");
    }

    public void Dispose()
    {
        nodes.Dispose();
        repository.Dispose();
    }

    [TestMethod]
    public void BinaryLogOfTheNextBuild_IsLeftAlone()
    {
        repository.SetVariable("TidyMinimumAge", "0s");
        Build();
        int[] before = nodes.Ids;
        Assert.IsNotEmpty(before, "No node waits for the next build.");

        BuildAnswer build = Build("-bl", "-v:n").WithStarts("apply").WithWarnings();

        CollectionAssert.AreEquivalent(before, nodes.Ids, "Other nodes than before.");
        Assert.Contains("TIDY2009: 'msbuild.binlog'", build.TidyMessages.Single());
        Assert.IsFalse(File.Exists(repository.Queue), build.ToString());
    }

    [TestMethod]
    public void Verify_WarnsInEachBuildOnce()
    {
        repository.SetVariable("TidyMode", "verify");
        repository.OldStray("build.log");

        for (int pass = 0; pass < 4; pass++)
            Build().WithStarts("verify").WithWarnings("TIDY2001");
    }

    private BuildAnswer Build(params string[] more) => repository.Build(["all.slnx", "-m:2", "-nodeReuse:true", .. more]).WithExit(0);
}
