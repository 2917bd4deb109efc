using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ObserverTests
{
    [TestMethod]
    public void AnObserver_HearsOfTheRunFirst_OfEachTryAsItHappens_AndOfEachEntryAtTheEnd()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        bench.Write("b.log");
        Heard heard = new();
        bench.Files.OnRename = source =>
        {
            if (!Directory.Exists(source))
                heard.Words.Add($"renames {Path.GetFileName(source)}");
            return null;
        };
        RunRequest request = new() { Command = RunCommand.Apply, Root = bench.Root, Config = bench.Config };

        new TidyRun(request, bench.Services, heard).Execute();

        CollectionAssert.AreEqual(
            new[] { "starts 2", "renames a.log", "tried 1 a.log", "renames b.log", "tried 2 b.log", "a.log Moved", "b.log Moved" },
            heard.Words);
    }

    [TestMethod]
    public void TheSteps_AreHeardInTheOrderOfARun()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        List<RunStep> steps = Steps(bench, RunCommand.Apply);

        Assert.AreEqual(
            "lock recover queue retry migrate root docs runs archive verify move save close",
            string.Join(' ', steps.Select(s => s.Name)));
        Assert.AreEqual("1 entries, 0 findings, 0 folders read", steps.Single(s => s.Name == "root").What);
        Assert.AreEqual("1 of 1 carried out", steps.Single(s => s.Name == "move").What);
        Assert.AreEqual("lock queue retry migrate root docs runs archive verify", string.Join(' ', Steps(bench, RunCommand.Plan).Select(s => s.Name)));
    }

    private static List<RunStep> Steps(Workbench bench, RunCommand command)
    {
        Heard heard = new();
        new TidyRun(new RunRequest { Command = command, Root = bench.Root, Config = bench.Config }, bench.Services, heard).Execute();
        return heard.Steps;
    }

    private sealed class Heard : IRunObserver
    {
        public List<string> Words { get; } = [];

        public List<RunStep> Steps { get; } = [];

        public void Stepped(RunStep step) => Steps.Add(step);

        public void Started(string runId, int actions) => Words.Add($"starts {actions}");

        public void Progressed(int tried, PlanEntry latest) => Words.Add($"tried {tried} {latest.Source}");

        public void Decided(Outcome outcome) => Words.Add($"{outcome.Entry.Source} {outcome.Status}");

        public void Found(Finding finding) => Words.Add(finding.Code);
    }
}
