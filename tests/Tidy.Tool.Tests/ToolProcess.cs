using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tidy.Tool.Tests;

/// <summary>The built tool, started as people and builds start it: <c>dotnet dotnet-tidy.dll</c>, in a process of its own.</summary>
internal sealed partial class ToolProcess : IDisposable
{
    /// <summary>No call takes a second; a tool that hangs must fail its test and not stop the suite.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>They tell the tool what reads its output.</summary>
    private static readonly string[] CallerVariables = ["MSBuildLoadMicrosoftTargetsReadOnly", "GITHUB_ACTIONS", "GITHUB_WORKSPACE", "TF_BUILD"];

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private ToolProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public static string Dll { get; } = Path.Combine(AppContext.BaseDirectory, "dotnet-tidy.dll");

    /// <summary>The host of the run time that the tests themselves run on.</summary>
    public static string Host { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    public static ToolProcess Start(string folder, params string[] args) => Start(StartInfo(folder, args));

    public static ToolProcess Start(ProcessStartInfo start) => new(Process.Start(start)!);

    /// <summary>Runs the tool in <paramref name="folder"/> to its end.</summary>
    public static ToolAnswer Run(string folder, params string[] args)
    {
        using ToolProcess tool = Start(folder, args);
        return tool.End();
    }

    public static ProcessStartInfo StartInfo(string folder, params string[] args) => ReadByATest(new(Host, ["exec", Dll, .. args])
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["DOTNET_EnableDiagnostics"] = "0" }, // killed with it, a run time leaves its debugger pipes in the temporary folder
    });

    /// <summary>Nothing else reads the output, though a CI system or a build may have started the test and say so in the environment.</summary>
    public static ProcessStartInfo ReadByATest(ProcessStartInfo start)
    {
        foreach (string name in CallerVariables)
            start.Environment.Remove(name);
        return start;
    }

    /// <summary>Watches for something the tool does on its way; it must come before the tool's end.</summary>
    public void WaitUntil(Func<bool> happened)
    {
        while (!happened())
            Assert.IsFalse(process.HasExited && !happened(), "the tool ended before");
    }

    /// <summary>By itself or by a signal.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>As Ctrl+C in a terminal does.</summary>
    public void Interrupt() => Signal(2);

    /// <summary>As a system that shuts down does.</summary>
    public void Terminate() => Signal(15);

    /// <summary>It stands still until it is told to <see cref="GoOn"/>, as in a debugger: SIGSTOP of Linux.</summary>
    public void StandStill() => Signal(19);

    /// <summary>SIGCONT of Linux.</summary>
    public void GoOn() => Signal(18);

    /// <summary>Without any warning: SIGKILL.</summary>
    public void Kill() => process.Kill();

    public ToolAnswer End()
    {
        Assert.IsTrue(process.WaitForExit(Patience), "the tool did not end");
        return new ToolAnswer(process.ExitCode, output.Result, error.Result);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private void Signal(int signal) => Assert.AreEqual(0, kill(process.Id, signal));

    [LibraryImport("libc")]
    private static partial int kill(int processId, int signal);
}
