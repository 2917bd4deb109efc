namespace Tidy.Package.Tests.Builds;

/// <summary>What builds do about one file that another process has open, from the first sight to the end.</summary>
[TestClass]
public class LockedFileTests
{
    [TestMethod]
    public void HeldFile_IsWarnedOfOnce_AndMovesInTheFirstBuildAfterItsRelease()
    {
        using var repository = BuildRepository.WithPackage();
        string path = repository.OldStray("import.log");
        using var held = new HeldFile(path);

        BuildAnswer first = repository.Build("src/p1").WithExit(0).WithStarts("apply").WithWarnings("TIDY1001");
        string warning = first.TidyWarnings.Single();
        Assert.StartsWith($"{path} : Tidy warning TIDY1001: Not moved to 'archive/diagnostics/logs/import.log' yet: in use by {held.Holder}; attempt 1 of 10, ", warning);

        BuildAnswer waiting = repository.Build("src/p1", "--no-restore").WithExit(0).WithWarnings();
        Assert.IsEmpty(waiting.TidyMessages, waiting.ToString());
        Assert.IsTrue(File.Exists(path));

        // A build that looks whether it is free: that is no attempt.
        File.Delete(repository.At(".autonomous_runs/tidy/build.gate"));
        BuildAnswer looking = repository.Build("src/p1", "--no-restore").WithExit(0).WithStarts("retry", "apply").WithWarnings();
        Assert.IsEmpty(looking.TidyMessages, looking.ToString());
        Assert.AreEqual(1, new QueueState(repository).Attempts);

        held.Release();
        BuildAnswer released = repository.Build("src/p1", "--no-restore").WithExit(0).WithStarts("retry", "apply").WithWarnings();
        string[] expected =
        [
            "Tidy TIDY1008: 'import.log' moved to 'archive/diagnostics/logs/import.log': moved from the queue after attempt 1.",
            "Tidy: 1 file moved. 'dotnet tidy undo' puts them back.",
        ];
        CollectionAssert.AreEqual(expected, released.TidyMessages, released.ToString());
        Assert.IsFalse(File.Exists(path));
        Assert.AreEqual("of import.log", File.ReadAllText(repository.At("archive/diagnostics/logs/import.log")));
        Assert.IsEmpty(repository.Build("src/p1", "--no-restore").WithExit(0).WithStarts().WithWarnings().TidyMessages);
    }

    /// <summary>The waits are longer than a build, so that one build has one attempt.</summary>
    [TestMethod]
    public void HeldFile_StillHeldAtEachAttempt_IsCountedUntilItIsGivenUp()
    {
        using var repository = BuildRepository.WithPackage();
        repository.WriteConfig("""{ "version": 1, "extends": ["dotnet"], "queue": { "baseBackoff": "3s", "maxBackoff": "3s", "maxAttempts": 4 } }""");
        using var held = new HeldFile(repository.OldStray("import.log"));
        var queue = new QueueState(repository);

        Attempt("TIDY1001", "attempt 1 of 4, it moves when it is free");
        queue.WaitUntilDue();
        Attempt("TIDY1002", "attempt 2 of 4");
        queue.WaitUntilDue();
        Attempt("TIDY1007", "attempt 3 of 4, the next is the last");
        queue.WaitUntilDue();
        Attempt("TIDY1003", "attempt 4 of 4: abandoned");
        Assert.AreEqual("abandoned", queue.Status);

        BuildAnswer after = repository.Build("src/p1", "--no-restore").WithExit(0).WithWarnings();
        Assert.IsEmpty(after.TidyMessages, after.ToString());
        Assert.IsTrue(repository.Exists("import.log"));

        void Attempt(string code, string text)
        {
            BuildAnswer build = repository.Build("src/p1").WithExit(0).WithWarnings(code);
            Assert.Contains($"in use by {held.Holder}; {text}", build.TidyWarnings.Single());
        }
    }
}
