using System.Text.Json;

namespace Tidy.Package.Tests.Builds;

[TestClass]
public class ConcurrentBuildTests
{
    private const int Passes = 3;
    private const int StrayCount = 20;

    [TestMethod]
    public async Task TwoBuildsAtOnce_BothDue_MoveEachFileOnceAndWarnOnce()
    {
        using var repository = BuildRepository.WithPackage(projects: 2);
        repository.Restore();
        using var held = new HeldFile(repository.OldStray("held.log"));

        for (int pass = 0; pass < Passes; pass++)
        {
            foreach (int i in Enumerable.Range(0, StrayCount))
                repository.OldStray($"stray-{pass}-{i}.log");

            BuildAnswer[] builds = await Task.WhenAll(repository.Projects.Select(p => Task.Run(() => repository.Build(p, "--no-restore"))));

            foreach (BuildAnswer build in builds)
                Assert.IsEmpty(build.WithExit(0).TidyErrors, build.ToString());
            string[] expected = pass == 0 ? ["TIDY1001"] : [];
            CollectionAssert.AreEqual(expected, builds.SelectMany(b => b.WarningCodes).ToArray(), string.Join<BuildAnswer>('\n', builds));
            CollectionAssert.AreEqual(new[] { "held.log" }, Strays(repository), string.Join<BuildAnswer>('\n', builds));
        }

        Assert.HasCount(Passes * StrayCount, Directory.GetFiles(repository.At("archive/diagnostics/logs"), "stray-*.log"));
        repository.Tidy("queue", "health").WithExit(0);
        Assert.AreEqual(Passes * StrayCount, MovesInHistory(repository));
    }

    private static string[] Strays(BuildRepository repository) => [.. Directory.GetFiles(repository.Root, "*.log").Select(f => Path.GetFileName(f))];

    private static int MovesInHistory(BuildRepository repository)
    {
        using JsonDocument history = JsonDocument.Parse(repository.Tidy("history", "--format", "json").WithExit(0).Out);
        return history.RootElement.GetProperty("runs").EnumerateArray().Sum(r => r.GetProperty("moved").GetInt32());
    }
}
