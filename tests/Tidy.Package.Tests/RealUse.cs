using System.Net;
using System.Net.Sockets;
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

        StringAssert.StartsWith(tidy(build, ["report"]).WithExit(0).Out, "<!doctype html>");
    }

    /// <summary>Starts the dashboard at a port that is taken: it ends again, and what it says comes from its own process.</summary>
    public static void CheckDashboard(TemporaryFolder folder, Func<string, string[], Answer> tidy)
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        string port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString();
        Assert.Contains($"TIDY3031: Port {port} ", tidy(folder.FullPath, ["dashboard", "--port", port]).WithExit(2).Error);
    }
}
