namespace Tidy.Package.Tests.Builds;

[TestClass]
public class CancelledBuildTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [TestMethod]
    [DataRow("0", DisplayName = "on the node that was cancelled")]
    [DataRow("1", DisplayName = "on another node")]
    public void Cancelled_WhileTheToolRuns_EndsItAndLosesNothing(string isOnAnotherNode)
    {
        using var repository = BuildRepository.WithPackage(projects: 2);
        using StartedProcesses processes = repository.Processes();
        repository.SetVariable("MSBUILDNOINPROCNODE", isOnAnotherNode);
        repository.Restore();
        string stray = repository.OldStray("build.log");

        BuildAnswer cancelled;
        using (repository.HangTool())
        using (RunningBuild build = repository.Start("all.slnx", "--no-restore", "-m:2"))
        {
            Assert.IsTrue(SpinWait.SpinUntil(() => build.Starts.Commands is ["apply"], TimeSpan.FromMinutes(2)), "The tool was not started.");
            build.Interrupt();
            cancelled = build.End(Soon);
        }

        Assert.AreNotEqual(0, cancelled.Answer.Exit, cancelled.ToString());
        Assert.IsTrue(SpinWait.SpinUntil(() => processes.Ids is [], Soon), $"Still there: {string.Join(' ', processes.Ids)}\n{cancelled}");
        cancelled.WithWarnings();
        Assert.IsEmpty(cancelled.TidyErrors, cancelled.ToString());
        Assert.IsTrue(File.Exists(stray));

        repository.Build("all.slnx", "--no-restore").WithExit(0).WithStarts("apply").WithWarnings();
        Assert.IsTrue(repository.Exists("archive/diagnostics/logs/build.log"));
    }
}
