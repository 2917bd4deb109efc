using System.Diagnostics;
using Tidy.Core.Tests;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>The run time's switch that turns file locks off, as a network file system without locks does: what would need one refuses to start.</summary>
[TestClass]
public sealed class NoFileLocksTests(TestContext context)
{
    private static readonly string[][] Writers =
    [
        ["apply"], ["undo"], ["retry"], ["retry", "--all"], ["queue", "hold", "b.tmp"], ["queue", "release", "a.log"], ["queue", "drop", "a.log"],
        ["queue", "clear", "--yes"], ["queue", "archive", "--older-than", "0s"],
    ];

    private static readonly (string[] Command, int Exit)[] Readers =
    [
        (["plan"], 0), (["verify"], 1), (["history"], 0), (["queue", "list"], 0), (["queue", "stats"], 0), (["queue", "report"], 0), (["explain", "c.log"], 0),
    ];

    [TestMethod]
    public void WithoutFileLocks_NothingIsWritten_AndWhatOnlyReadsStillWorks()
    {
        using LiveWorkspace live = MakeScene();
        List<string> before = live.Files();
        string queue = File.ReadAllText(live.Queue);

        foreach (string[] command in Writers)
        {
            ToolAnswer answer = WithoutLocks(live, command);
            answer.AssertExit(4);
            StringAssert.Contains(answer.Error, "error TIDY9006");
            StringAssert.Contains(answer.Error, "DOTNET_SYSTEM_IO_DISABLEFILELOCKING");
            CollectionAssert.AreEqual(before, live.Files(), string.Join(' ', command));
            Assert.AreEqual(queue, File.ReadAllText(live.Queue), string.Join(' ', command));
        }

        List<string> everything = live.Everything();
        foreach ((string[] command, int exit) in Readers)
            WithoutLocks(live, command).AssertExit(exit);
        CollectionAssert.AreEqual(everything, live.Everything(), "who only reads writes nothing");
        Aftermath.AssertSound(live);
        Figures.Report(context, "file locks turned off", $"{Writers.Length} commands that write, {Readers.Length} that read", "all writers refused (TIDY9006), 0 files touched; all readers worked");
    }

    /// <summary>A file that undo put on hold, one that needs a person, a run to undo, and something to move.</summary>
    private static LiveWorkspace MakeScene()
    {
        LiveWorkspace live = new(
            """
            { "version": 1, "inUse": "off", "rules": [
                { "id": "logs", "match": ["*.log"], "to": "archive/logs/" }, { "id": "temps", "match": ["*.tmp"], "to": "archive/temps/", "conflict": "fail" } ] }
            """);
        live.Write("a.log");
        live.Tidy("apply").AssertExit(0);
        live.Tidy("undo").AssertExit(0);
        live.Write("archive/temps/b.tmp", "older");
        live.Write("b.tmp");
        live.Write("d.log");
        live.Tidy("apply").AssertExit(3);
        live.Write("c.log");
        return live;
    }

    private static ToolAnswer WithoutLocks(LiveWorkspace live, string[] command)
    {
        ProcessStartInfo start = ToolProcess.StartInfo(live.FullPath, command);
        start.Environment["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1";
        using ToolProcess tool = ToolProcess.Start(start);
        return tool.End();
    }
}
