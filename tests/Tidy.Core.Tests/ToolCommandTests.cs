using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ToolCommandTests
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    [TestMethod]
    public void AnInstalledTool_IsStartedByTheProgramThatUpdatesKeep()
    {
        using TemporaryWorkspace home = new();
        string name = OperatingSystem.IsWindows() ? "dotnet-tidy.exe" : "dotnet-tidy";
        string shim = home.Write($"tools/{name}");
        string folder = Path.GetDirectoryName(home.Write("tools/.store/dotnet-tidy/0.1.0/dotnet-tidy/0.1.0/tools/net10.0/any/dotnet-tidy.dll"))! + Path.DirectorySeparatorChar;

        ToolCommand tool = ToolCommand.Of("/usr/bin/dotnet", folder, Nothing);

        Assert.AreEqual((shim, 0, true), (tool.Program, tool.Arguments.Count, tool.SurvivesUpdates));
        CollectionAssert.AreEqual(new[] { shim, "schedule", "run", "--started-by", "cron" }, tool.RunBy("cron").ToArray());
    }

    [TestMethod]
    [DataRow("/usr/share/dotnet/dotnet", "/usr/share/dotnet/dotnet exec /opt/tidy/dotnet-tidy.dll")]
    [DataRow("/opt/tidy/dotnet-tidy", "/opt/tidy/dotnet-tidy")]
    public void AnyOther_IsStartedAsItWasNow(string process, string expected)
    {
        ToolCommand tool = ToolCommand.Of(process, "/opt/tidy/", Nothing);
        Assert.AreEqual(expected, string.Join(' ', tool.Arguments.Prepend(tool.Program)));
        Assert.IsFalse(tool.SurvivesUpdates);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void WhatASchedulersEnvironmentLacks_IsKept_AndNothingElse()
    {
        using TemporaryWorkspace machine = new();
        string runtime = Path.GetDirectoryName(machine.Write("dotnet/shared/Microsoft.NETCore.App/10.0.0/System.dll"))!;
        var variables = new Dictionary<string, string> { ["XDG_DATA_HOME"] = "/data", ["TIDY_SETTINGS"] = "/etc/tidy.json", ["SMTP_PASSWORD"] = "secret", ["HOME"] = "/root" };

        IReadOnlyDictionary<string, string> kept = RunEnvironment.Of(variables.GetValueOrDefault, runtime);

        Assert.AreEqual(machine.At("dotnet"), kept["DOTNET_ROOT"]);
        Assert.AreEqual("/data", kept["XDG_DATA_HOME"]);
        CollectionAssert.IsSubsetOf(kept.Keys.ToArray(), new[] { "DOTNET_ROOT", "XDG_DATA_HOME", "TIDY_SETTINGS", "PATH" });
        CollectionAssert.IsSubsetOf(RunEnvironment.Of(_ => null, "/usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.0").Keys.ToArray(), new[] { "PATH" });
    }

    [TestMethod]
    public void APathWithALineBreak_IsRefused()
    {
        using ScheduleScene scene = new();
        scene.Tool = new ToolCommand("/opt/a\nb/dotnet-tidy", [], Nothing);
        TidyException e = Assert.ThrowsExactly<TidyException>(() => scene.Install("cron"));
        Assert.AreEqual(Codes.Usage, e.Code);
        Assert.IsEmpty(scene.System.Changes);
    }
}
