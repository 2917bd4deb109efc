using System.Diagnostics;
using System.Runtime.InteropServices;
using Tidy.Core.Tests;

namespace Tidy.Dashboard.Tests;

/// <summary><c>dotnet tidy dashboard</c> in a real terminal (of the program <c>script</c>), with a browser that only writes down what it was opened with.</summary>
[TestClass]
public sealed class TerminalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [TestMethod]
    public void AtATerminal_ABrowserOpens_EnterGivesAnotherLink_AndCtrlCEndsBoth()
    {
        Programs.Run("script", "--version");
        using Shop shop = new();
        using Process terminal = Start(shop);

        string link = NextLink(terminal);
        string opened = shop.At("../opened");
        Assert.IsTrue(SpinWait.SpinUntil(() => File.Exists(opened + ".done"), Patience), "no browser was opened");
        Assert.Contains($"url={link}\"", File.ReadAllText(opened));
        string arguments = File.ReadAllText(opened + ".arguments");
        Assert.DoesNotContain(link[(link.IndexOf('=') + 1)..], arguments, "every user of the machine can read the arguments of a browser");
        Assert.AreEqual("700", File.ReadAllText(opened + ".mode").Trim());

        terminal.StandardInput.Write("\n");
        string another = NextLink(terminal);
        Assert.AreNotEqual(link, another);
        terminal.StandardInput.Write("\u0003");

        Assert.IsTrue(terminal.WaitForExit(Patience));
        Assert.AreEqual(0, terminal.ExitCode);
        Assert.IsFalse(File.Exists(arguments.Trim()), "the file with the link is gone");
    }

    private static Process Start(Shop shop)
    {
        string bin = Directory.CreateDirectory(shop.At("../bin")).FullName, opened = shop.At("../opened");
        string browser = Path.Combine(bin, "xdg-open");
        File.WriteAllText(browser, $"#!/bin/sh\ncp \"$1\" '{opened}'\nstat -c %a \"$(dirname \"$1\")\" > '{opened}.mode'\necho \"$@\" > '{opened}.arguments'\ntouch '{opened}.done'\n");
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", "dotnet"));
        ProcessStartInfo start = new("script", ["-qec", $"exec '{host}' exec '{Path.Combine(ToolCall.Folder, "dotnet-tidy.dll")}' dashboard", "/dev/null"])
        {
            WorkingDirectory = shop.Root.FullPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["HOME"] = shop.At(".."), ["PATH"] = $"{bin}:{Environment.GetEnvironmentVariable("PATH")}", ["DOTNET_EnableDiagnostics"] = "0", ["SHELL"] = "/bin/sh" },
        };
        return Process.Start(start)!;
    }

    private static string NextLink(Process terminal)
    {
        while (terminal.StandardOutput.ReadLineAsync().WaitAsync(Patience).GetAwaiter().GetResult() is { } line)
        {
            if (line.Contains("?token=", StringComparison.Ordinal))
                return line[line.IndexOf("http", StringComparison.Ordinal)..].Trim();
        }

        throw new AssertFailedException("the terminal was closed without a link");
    }
}
