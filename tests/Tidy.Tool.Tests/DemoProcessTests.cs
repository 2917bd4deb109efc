using System.Diagnostics;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class DemoProcessTests
{
    [TestMethod]
    public void TheDemo_RunsToItsEnd_AndLeavesNothing()
    {
        using TemporaryWorkspace temporary = new();
        ProcessStartInfo start = ToolProcess.StartInfo(temporary.FullPath, "demo");
        start.Environment[OperatingSystem.IsWindows() ? "TEMP" : "TMPDIR"] = temporary.FullPath;

        ToolAnswer demo;
        using (ToolProcess process = ToolProcess.Start(start))
            demo = process.End();

        demo.AssertExit(0);
        StringAssert.Contains(demo.Out, "files are back where they were, byte for byte.");
        StringAssert.Contains(demo.Out, "(exit code 3)");
        Assert.AreEqual("", demo.Error);
        Assert.IsEmpty(Directory.GetFileSystemEntries(temporary.FullPath, "*", SearchOption.AllDirectories));
    }
}
