using Tidy.Core.Holders;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class RemediesTests
{
    [TestMethod]
    [DataRow("VBCSCompiler", "dotnet build-server shutdown --vbcscompiler")]
    [DataRow("vbcscompiler.exe", "dotnet build-server shutdown --vbcscompiler")]
    [DataRow("MSBuild", "dotnet build-server shutdown --msbuild")]
    [DataRow("rzc", "dotnet build-server shutdown --razor")]
    [DataRow("dotnet", "dotnet build-server shutdown, if it is what a build left behind")]
    [DataRow("testhost.x86.exe", "end the test run, or the debugger that has it")]
    [DataRow("rider64.exe", "close the solution in Rider")]
    [DataRow("Code.exe", "close the file or the folder in the editor")]
    [DataRow("MsMpEng.exe", "wait a minute; if it comes back, exclude the workspace from scanning on access")]
    [DataRow("tracker-miner-fs-3", "wait a minute; if it comes back, exclude the workspace from indexing")]
    [DataRow("sqlite3", "leave the database shell (.quit)")]
    [DataRow("codec-tool", null)]
    [DataRow("tail", null)]
    public void AHolder_HasTheRemedyOfItsKind(string name, string? remedy) =>
        Assert.AreEqual(remedy, Remedies.For([new Holder(1, name, null)]).SingleOrDefault());

    [TestMethod]
    public void TheSameRemedy_IsNamedOnce() =>
        Assert.HasCount(1, Remedies.For([new Holder(1, "MSBuild", null), new Holder(2, "MSBuild", null), new Holder(3, "tail", null)]));
}
