using System.Text.Json;

namespace Tidy.Package.Tests;

/// <summary>What a person does first with a tool that was just installed.</summary>
internal static class RealUse
{
    /// <summary>Asks for the version, and plans a folder with one stray file; <paramref name="tidy"/> runs the tool in a folder.</summary>
    public static void Check(TemporaryFolder folder, string version, Func<string, string[], Answer> tidy)
    {
        string build = Path.GetDirectoryName(folder.Write("work/build.log", "noise"))!;

        Assert.AreEqual(version, tidy(build, ["--version"]).WithExit(0).Out.Trim().Split('+')[0]);

        Answer plan = tidy(build, ["plan", "--format", "json"]).WithExit(0);
        JsonElement entry = JsonDocument.Parse(plan.Out).RootElement.GetProperty("entries").EnumerateArray().Single();
        Assert.AreEqual("build.log", entry.GetProperty("src").GetString());
        Assert.AreEqual("planned", entry.GetProperty("status").GetString());
    }
}
