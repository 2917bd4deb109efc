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

    private sealed class Heard : IRunObserver
    {
        public List<string> Words { get; } = [];

        public void Started(string runId, int actions) => Words.Add($"starts {actions}");

        public void Progressed(int tried, PlanEntry latest) => Words.Add($"tried {tried} {latest.Source}");

        public void Decided(Outcome outcome) => Words.Add($"{outcome.Entry.Source} {outcome.Status}");

        public void Found(Finding finding) => Words.Add(finding.Code);
    }
}
