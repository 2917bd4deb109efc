using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Tidy.Package.Tests.Builds;

/// <summary>Six projects for two frameworks are 18 calls before a build and as many after it, on up to four nodes; the tool is started once.</summary>
[TestClass]
public sealed partial class ModeTests(TestContext context) : IDisposable
{
    private readonly BuildRepository repository = BuildRepository.WithPackage(projects: 6, BuildRepository.TwoFrameworks);

    public void Dispose() => repository.Dispose();

    [TestMethod]
    public void EachMode_StartsTheToolOnceWhenSomethingIsDue_AndNotWhenNothingIs()
    {
        repository.WriteConfig("""{ "version": 1, "extends": ["dotnet"], "queue": { "maxAttempts": 100 } }""");
        repository.Build("all.slnx").WithExit(0);

        foreach (BuildMode mode in BuildMode.All)
        {
            StrayDue(mode);
            NothingDue(mode);
        }

        repository.OldStray("a.log");
        repository.OldStray("b.log");
        foreach (BuildMode mode in BuildMode.All)
            Verify(mode);
        foreach (BuildMode mode in BuildMode.All[..3])
        {
            Verify(mode);
            Verify(mode);
        }

        using var held = new HeldFile(repository.At("a.log"));
        repository.Tidy("apply", "--allow-pending").WithExit(0);
        foreach (BuildMode mode in BuildMode.All)
            AttemptDue(mode);
    }

    private void NothingDue(BuildMode mode)
    {
        string[] before = Snapshot.Of(repository.Root);
        BuildAnswer build = Build(mode, "nothing due").WithStarts().WithWarnings();
        CollectionAssert.AreEqual(before, Snapshot.Of(repository.Root), mode.Name);
        Assert.IsEmpty(build.TidyMessages, build.ToString());
    }

    private void StrayDue(BuildMode mode)
    {
        repository.OldStray("build.log");
        BuildAnswer build = Build(mode, "stray due").WithStarts("apply").WithWarnings();
        CollectionAssert.AreEqual(new[] { "Tidy: 1 file moved. 'dotnet tidy undo' puts them back." }, build.TidyMessages, build.ToString());
        Assert.IsFalse(repository.Exists("build.log"));
    }

    private void AttemptDue(BuildMode mode)
    {
        string queue = File.ReadAllText(repository.Queue);
        File.WriteAllText(repository.Queue, NextAttempt().Replace(queue, $"$1\"{DateTime.UtcNow.AddMinutes(-1):O}\""));
        var watch = Stopwatch.StartNew();
        BuildAnswer build = Build(mode, "attempt due").WithWarnings("TIDY1002");
        // While the file is held a build may look again every ten seconds, and on a busy machine it may take longer than that.
        int looks = 2 * (int)(watch.Elapsed / TimeSpan.FromSeconds(10));
        Assert.AreEqual("retry", build.Starts.FirstOrDefault(), build.ToString());
        Assert.IsTrue(looks > 0 || build.Starts is ["retry"] or ["retry", "apply"], build.ToString());
        Assert.IsLessThanOrEqualTo(2 + looks, build.Starts.Length, build.ToString());
    }

    private void Verify(BuildMode mode)
    {
        BuildAnswer build = Build(mode, "verify", "-p:TidyMode=verify").WithStarts("verify").WithWarnings("TIDY2001", "TIDY2001");
        CollectionAssert.AllItemsAreUnique(build.TidyWarnings, build.ToString());
    }

    private BuildAnswer Build(BuildMode mode, string what, params string[] more)
    {
        var watch = Stopwatch.StartNew();
        BuildAnswer build = repository.Build(mode.With(more)).WithExit(0);
        context.WriteLine($"| {mode.Name,-15} | {what,-11} | {string.Join(' ', build.Starts),-11} | {string.Join(' ', build.WarningCodes),-19} | {build.TidyMessages.Length} | {watch.Elapsed.TotalSeconds:F1} s |");
        return build;
    }

    [GeneratedRegex("(\"next_eligible_at\"\\s*:\\s*)\"[^\"]+\"")]
    private static partial Regex NextAttempt();
}
