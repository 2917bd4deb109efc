using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Tidy.Core.Workspaces;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>A child process (<c>tests/Tidy.QueueWriter</c>) that adds to a pending queue through the library.</summary>
internal sealed partial class WriterProcess : IDisposable
{
    private static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "Tidy.QueueWriter.dll");

    private readonly Process process;
    private readonly Task<string> error;

    private WriterProcess(params string[] args)
    {
        process = Process.Start(new ProcessStartInfo(ToolProcess.Host, ["exec", Dll, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_EnableDiagnostics"] = "0" }, // killed with it, a run time leaves its debugger pipes in the temporary folder
        })!;
        error = process.StandardError.ReadToEndAsync();
    }

    public int ProcessId => process.Id;

    /// <summary>It is ready to add <c>NAME/0.log</c> and so on, each in a transaction of its own, when it is told to <see cref="GoOn"/>.</summary>
    public static WriterProcess Adding(WorkspaceRoot root, string name, int count) =>
        new("add", root.FullPath, name, count.ToString(CultureInfo.InvariantCulture));

    /// <summary>It is in a transaction that adds <c>NAME/0.log</c>, and stays there until it is told to <see cref="GoOn"/>.</summary>
    public static WriterProcess Holding(WorkspaceRoot root, string name)
    {
        WriterProcess holding = new("hold", root.FullPath, name);
        holding.WaitFor("holding");
        return holding;
    }

    public void WaitFor(string line)
    {
        if (process.StandardOutput.ReadLine() is var said && said != line)
            throw new AssertFailedException($"The writer said '{said}' and not '{line}': {error.Result}");
    }

    public void GoOn() => process.StandardInput.WriteLine("go on");

    /// <summary>Waits for its end: how many additions it made, how many were refused, and the milliseconds that the slowest took.</summary>
    public (int Added, int Refused, int Longest) Result()
    {
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Match numbers = Numbers().Match(said);
        Assert.IsTrue(numbers.Success, $"exit {process.ExitCode}\n{said}\n{error.Result}");
        return (Number(numbers, 1), Number(numbers, 2), Number(numbers, 3));
    }

    /// <summary>Without any warning: SIGKILL.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private static int Number(Match numbers, int group) => int.Parse(numbers.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"added (\d+) refused (\d+) longest (\d+)")]
    private static partial Regex Numbers();
}
