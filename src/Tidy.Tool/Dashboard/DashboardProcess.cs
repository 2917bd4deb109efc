using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Tidy.Core;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Dashboard;

/// <summary>
/// The server of the dashboard: a program of its own in <c>dashboard/</c> beside the tool, for it needs ASP.NET Core, which would slow down the start of
/// all other commands. It ends when its input does, so it never outlives the tool.
/// </summary>
internal sealed class DashboardProcess : IDisposable
{
    /// <summary>How dotnet ends when a run time is missing: <c>FrameworkMissingFailure</c>, of which Unix keeps the last byte.</summary>
    private const int FrameworkMissing = 0x96;

    /// <summary>For a run that is under way to close its journal.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Process process;
    private readonly Task<string> problems;

    private DashboardProcess(Process process)
    {
        this.process = process;
        problems = process.StandardError.ReadToEndAsync();
    }

    /// <exception cref="TidyException">It is not there, or dotnet is not.</exception>
    public static DashboardProcess Start(WorkspaceRoot root, string? configFile, int port, TimeSpan lockTimeout)
    {
        string program = Program();
        string[] config = configFile is null ? [] : ["--config", Path.GetFullPath(configFile)];
        string[] locks = ["--lock-timeout", lockTimeout.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)];
        ProcessStartInfo start = new(Host(), ["exec", program, "--workspace", root.FullPath, "--port", port.ToString(CultureInfo.InvariantCulture), .. locks, .. config])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(program), // nothing of the workspace is picked up
        };
        try
        {
            return new DashboardProcess(Process.Start(start)!);
        }
        catch (Win32Exception e)
        {
            throw new TidyException(Codes.DashboardNotStarted, ExitCode.Unexpected, $"The dashboard is started by the program dotnet, and '{start.FileName}' does not start: {e.Message}. Put it on the PATH.", e);
        }
    }

    /// <summary>Passes on what the server says, and a person's wish for another link, until one of them ends.</summary>
    /// <exception cref="TidyException">The server could not start, or ended by itself.</exception>
    public ExitCode Follow(DashboardTalk talk, TextReader? person, CancellationToken cancellation)
    {
        if (person is not null)
            _ = Task.Run(() => AskForLinks(person), CancellationToken.None);
        using CancellationTokenRegistration hangUp = cancellation.Register(process.StandardInput.Close);
        while (process.StandardOutput.ReadLine() is { } line)
            talk.Hear(line);
        process.WaitForExit();
        return cancellation.IsCancellationRequested ? ExitCode.Done : throw talk.Failure ?? Ended();
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void AskForLinks(TextReader person)
    {
        try
        {
            while (person.ReadLine() is not null)
            {
                process.StandardInput.WriteLine();
                process.StandardInput.Flush();
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // the server has ended, and so does this command
        }
    }

    private TidyException Ended() => new(Codes.DashboardNotStarted, ExitCode.Unexpected, (process.ExitCode & 0xFF) == FrameworkMissing
        ? $"The dashboard needs the ASP.NET Core run time {Environment.Version.Major}.0, which this machine has not. Install it (the package aspnetcore-runtime-{Environment.Version.Major}.0, "
            + "or the .NET SDK, which has it); or use 'dotnet tidy report --output FILE', which needs nothing."
        : $"The dashboard ended by itself ({process.ExitCode}): {problems.Result.Trim()}");

    private static string Program()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "dashboard", "tidy-dashboard.dll");
        return File.Exists(program) ? program : throw new TidyException(Codes.DashboardMissing, ExitCode.Usage,
            "The dashboard is not beside this tool: the package Tidy.Build has the tool without it. Install the tool with 'dotnet tool install --global dotnet-tidy'; "
            + "or use 'dotnet tidy report --output FILE', which makes the same page to look at.");
    }

    /// <summary>The dotnet whose run time this process is on, however it was started.</summary>
    private static string Host()
    {
        string host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(host) ? host : "dotnet";
    }
}
