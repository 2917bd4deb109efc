using Tidy.Core.Holders;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class DotNetProgramTests
{
    [TestMethod]
    [DataRow("VBCSCompiler", "dotnet", "exec", "/sdk/Roslyn/bincore/VBCSCompiler.dll", "-pipename:x")]
    [DataRow("MSBuild", "/usr/share/dotnet/dotnet", "/sdk/MSBuild.dll", "/nodemode:1")]
    [DataRow("rzc", "dotnet", "exec", "--runtimeconfig", "/sdk/rzc.runtimeconfig.json", "/sdk/rzc.dll", "server")]
    [DataRow("my.app", "dotnet", "bin/my.app.DLL")]
    [DataRow(null, "dotnet", "build", "x.dll")]
    [DataRow(null, "dotnet", "exec")]
    [DataRow(null, "dotnet")]
    public void ADotnetProcess_IsNamedByWhatItRuns(string? name, params string[] arguments) => Assert.AreEqual(name, DotNetProgram.NameOf(arguments));
}
