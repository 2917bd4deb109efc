using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Tidy.Core.Tests;

namespace Tidy.Dashboard.Tests;

/// <summary><c>dotnet tidy dashboard</c> and <c>dotnet tidy report</c> as people start them.</summary>
[TestClass]
public sealed class CommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [TestMethod]
    public async Task Dashboard_PrintsALinkThatWorks_AndCtrlCEndsItWell()
    {
        using Shop shop = new();
        using ToolCall tool = ToolCall.Start(shop, "dashboard");
        Uri link = new(tool.Line()!);

        using HttpClient http = new();
        Assert.AreEqual(HttpStatusCode.OK, (await http.GetAsync(link)).StatusCode);
        Assert.AreEqual(HttpStatusCode.Unauthorized, (await http.GetAsync(link)).StatusCode);
        tool.Interrupt();

        Assert.AreEqual(0, tool.End().Code);
        AssertGone(link.Port);
    }

    [TestMethod]
    public void Dashboard_Killed_TakesItsServerAlong()
    {
        using Shop shop = new();
        using ToolCall tool = ToolCall.Start(shop, "dashboard", "--no-open");
        int port = new Uri(tool.Line()!).Port;

        tool.Kill();

        AssertGone(port);
    }

    [TestMethod]
    public void TheToken_IsInNoCommandLineAndNoEnvironment()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("Looked up in /proc.");
        using Shop shop = new();
        using ToolCall tool = ToolCall.Start(shop, "dashboard");
        string token = new Uri(tool.Line()!).Query["?token=".Length..];
        Assert.AreEqual(43, token.Length, "256 bits");

        string[] processes = [$"/proc/{tool.Id}", .. File.ReadAllText($"/proc/{tool.Id}/task/{tool.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => $"/proc/{id}")];

        Assert.HasCount(2, processes, "the tool and its server");
        foreach (string file in processes.SelectMany(p => new[] { $"{p}/cmdline", $"{p}/environ" }))
            Assert.DoesNotContain(token, File.ReadAllText(file), file);
        Assert.IsEmpty(Directory.GetFileSystemEntries(shop.At("..")).Where(e => Path.GetFileName(e) != "shop"), "nothing was left in the home");
    }

    [TestMethod]
    public void APortThatIsTaken_IsTold()
    {
        using Shop shop = new();
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        using ToolCall tool = ToolCall.Start(shop, "dashboard", "--port", ((IPEndPoint)other.LocalEndpoint).Port.ToString());

        var (code, _, error) = tool.End();

        Assert.AreEqual(2, code, error);
        StringAssert.StartsWith(error, $"error TIDY3031: Port {((IPEndPoint)other.LocalEndpoint).Port} ");
        Assert.DoesNotContain("   at ", error);
    }

    [TestMethod]
    [DataRow("70000")]
    [DataRow("-1")]
    [DataRow("http")]
    public void ANumberThatIsNoPort_IsToldBeforeAnythingStarts(string port)
    {
        using Shop shop = new();
        using ToolCall tool = ToolCall.Start(shop, "dashboard", $"--port={port}");

        var (code, _, error) = tool.End();

        Assert.AreEqual(2, code, error);
        StringAssert.StartsWith(error, "error TIDY9001: ");
        Assert.Contains("65535", error);
    }

    [TestMethod]
    public void WithoutTheDashboardBesideTheTool_ThePersonLearnsWhatToInstall()
    {
        using Shop shop = new();
        using ToolCall tool = ToolCall.StartIn(CopyOfTool(shop, withDashboard: false), shop, "dashboard");

        var (code, _, error) = tool.End();

        Assert.AreEqual(2, code, error);
        StringAssert.StartsWith(error, "error TIDY3030: ");
        Assert.Contains("dotnet tool install --global dotnet-tidy", error);
    }

    [TestMethod]
    public void WithoutTheRunTimeOfAspNetCore_ThePersonLearnsWhatToInstall()
    {
        using Shop shop = new();
        string copy = CopyOfTool(shop, withDashboard: true);
        string config = Path.Combine(copy, "dashboard", "tidy-dashboard.runtimeconfig.json");
        // A machine without it looks the same to dotnet as a program that asks for one that no machine has.
        File.WriteAllText(config, File.ReadAllText(config).Replace("Microsoft.AspNetCore.App", "Microsoft.AspNetCore.Missing", StringComparison.Ordinal));
        using ToolCall tool = ToolCall.StartIn(copy, shop, "dashboard");

        var (code, _, error) = tool.End();

        Assert.AreEqual(4, code, error);
        StringAssert.StartsWith(error, "error TIDY3031: The dashboard needs the ASP.NET Core run time 10.0");
        Assert.DoesNotContain("   at ", error);
    }

    [TestMethod]
    public void Dashboard_WithAMistakeInTheConfiguration_SaysWhere()
    {
        using Shop shop = new();
        shop.Write("tidy.json", """{ "version": 1, "rulez": [] }""");
        using ToolCall tool = ToolCall.Start(shop, "dashboard");

        var (code, _, error) = tool.End();

        Assert.AreEqual(2, code, error);
        StringAssert.StartsWith(error, "error TIDY9002: tidy.json(1,");
    }

    [TestMethod]
    public void Report_ToAFile_IsAPage_AndWritesNothingElse()
    {
        using Shop shop = DemoShop.Make();
        IReadOnlyList<string> before = TreeSnapshot.Of(shop.Root.FullPath);
        using ToolCall tool = ToolCall.Start(shop, "report", "--output", shop.At("../page.html"));

        var (code, output, error) = tool.End();

        Assert.AreEqual((0, ""), (code, output), error);
        StringAssert.StartsWith(error, "Written: ");
        StringAssert.StartsWith(File.ReadAllText(shop.At("../page.html")), "<!doctype html>");
        CollectionAssert.AreEqual(before.ToArray(), TreeSnapshot.Of(shop.Root.FullPath).ToArray());
    }

    [TestMethod]
    public void Report_AsJson_HasTheSameData_AndNoFullPath()
    {
        using Shop shop = DemoShop.Make();
        using ToolCall tool = ToolCall.Start(shop, "report", "--format", "json", "--top", "3");

        var (code, output, error) = tool.End();

        Assert.AreEqual(0, code, error);
        JsonElement report = JsonDocument.Parse(output).RootElement;
        Assert.AreEqual(3, report.GetProperty("items").GetArrayLength());
        Assert.AreEqual(shop.Overview().Queue.Total, report.GetProperty("queue").GetProperty("total").GetInt32());
        Assert.AreEqual(1, report.GetProperty("schema_version").GetInt32());
        Assert.DoesNotContain(shop.Root.FullPath, output);
    }

    [TestMethod]
    [DataRow("report --format sarif")]
    [DataRow("report --format text")]
    [DataRow("report --top many")]
    [DataRow("plan --format html")]
    [DataRow("queue list --format html")]
    public void AFormatThatACommandHasNot_IsRefused(string line)
    {
        using Shop shop = new();
        using ToolCall tool = ToolCall.Start(shop, line.Split(' '));

        var (code, output, error) = tool.End();

        Assert.AreEqual(2, code, error);
        Assert.Contains("TIDY9001", output + error);
        Assert.Contains("Valid values are", output + error);
    }

    /// <summary>So the start of other commands costs what it did.</summary>
    [TestMethod]
    [DataRow("--help")]
    [DataRow("plan")]
    [DataRow("apply")]
    [DataRow("queue list")]
    public void OtherCommands_LoadNothingOfIt(string line)
    {
        using Shop shop = new();
        string copy = CopyOfTool(shop, withDashboard: false);
        File.Delete(Path.Combine(copy, "Tidy.Pages.dll"));
        using ToolCall tool = ToolCall.StartIn(copy, shop, line.Split(' '));

        var (code, _, error) = tool.End();

        Assert.AreEqual(0, code, error);
    }

    private static string CopyOfTool(Shop shop, bool withDashboard)
    {
        string copy = shop.At("../tool");
        Directory.CreateDirectory(Path.Combine(copy, "dashboard"));
        string[] tool = ["dotnet-tidy.dll", "dotnet-tidy.deps.json", "dotnet-tidy.runtimeconfig.json", "Tidy.Core.dll", "Tidy.Pages.dll", "McMaster.Extensions.CommandLineUtils.dll", "Spectre.Console.dll"];
        string[] dashboard = withDashboard ? [.. Directory.GetFiles(Path.Combine(ToolCall.Folder, "dashboard")).Select(f => Path.GetRelativePath(ToolCall.Folder, f))] : [];
        foreach (string file in tool.Concat(dashboard))
            File.Copy(Path.Combine(ToolCall.Folder, file), Path.Combine(copy, file));
        return copy;
    }

    /// <summary>Nobody listens there any more, now or soon.</summary>
    private static void AssertGone(int port)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience;)
        {
            try
            {
                using TcpClient client = new("127.0.0.1", port);
            }
            catch (SocketException)
            {
                return;
            }
        }

        Assert.Fail($"somebody still listens at {port}");
    }
}
