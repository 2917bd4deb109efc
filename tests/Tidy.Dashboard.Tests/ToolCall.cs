using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tidy.Dashboard.Tests;

/// <summary><c>dotnet tidy</c> in a process of its own, with a home of its own, and nobody at its terminal.</summary>
internal sealed partial class ToolCall : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Task<string> error;

    private ToolCall(Process process)
    {
        this.process = process;
        error = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public static string Folder { get; } = AppContext.BaseDirectory;

    public static ToolCall Start(Shop shop, params string[] args) => StartIn(Folder, shop, args);

    /// <param name="tool">The folder of the tool.</param>
    public static ToolCall StartIn(string tool, Shop shop, params string[] args)
    {
        string host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        ProcessStartInfo start = new(host, ["exec", Path.Combine(tool, "dotnet-tidy.dll"), .. args])
        {
            WorkingDirectory = shop.Root.FullPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HOME"] = shop.At(".."), ["XDG_DATA_HOME"] = shop.At("../data"), ["DOTNET_EnableDiagnostics"] = "0" },
        };
        foreach (string name in new[] { "MSBuildLoadMicrosoftTargetsReadOnly", "GITHUB_ACTIONS", "TF_BUILD" })
            start.Environment.Remove(name);
        return new ToolCall(Process.Start(start)!);
    }

    /// <summary>Its next line, or null when there is none any more.</summary>
    public string? Line() => process.StandardOutput.ReadLineAsync().WaitAsync(Patience).GetAwaiter().GetResult();

    /// <summary>As Ctrl+C in a terminal does, to this process alone.</summary>
    public void Interrupt() => Assert.AreEqual(0, Kill(process.Id, 2));

    public void Kill() => process.Kill();

    public (int Code, string Out, string Error) End()
    {
        string output = process.StandardOutput.ReadToEndAsync().WaitAsync(Patience).GetAwaiter().GetResult();
        Assert.IsTrue(process.WaitForExit(Patience), "the tool did not end");
        return (process.ExitCode, output, error.WaitAsync(Patience).GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
