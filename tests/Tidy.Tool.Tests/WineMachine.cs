using System.Diagnostics;

namespace Tidy.Tool.Tests;

/// <summary>
/// Windows as Wine plays it: the tool and the file holder published for win-x64, and a Wine prefix, all in one temporary folder
/// that goes away at the end. What Wine does not show is in <c>docs/platforms.md</c>.
/// </summary>
internal sealed class WineMachine : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] OfflineErrors = ["NU1101", "NU1301"];
    private static readonly Lazy<WineMachine> Made = new(Create);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tidy-wine-");

    /// <summary>One for all tests: to publish takes longer than they do.</summary>
    public static WineMachine Shared => Made.Value;

    public string Tool => Path.Combine(folder.FullName, "app", "dotnet-tidy.exe");

    public string Holder => Path.Combine(folder.FullName, "app", "Tidy.FileHolder.exe");

    /// <summary>Windows' own, as Linux sees it.</summary>
    public string SystemFolder => Path.Combine(folder.FullName, "prefix", "drive_c", "windows", "system32");

    public static void RemoveShared()
    {
        if (Made.IsValueCreated)
            Made.Value.Dispose();
    }

    /// <summary>Publishes and makes the prefix, both at once; where Wine is missing the test is skipped, in CI it fails.</summary>
    private static WineMachine Create()
    {
        if (!IsInstalled("wine") || !IsInstalled("wineserver"))
            Missing("wine and wineserver are not installed (Debian: apt-get install wine wine64)");
        var machine = new WineMachine();
        try
        {
            Task prefix = Task.Run(machine.MakePrefix);
            machine.Publish("src/Tidy.Tool");
            machine.Publish("tests/Tidy.FileHolder");
            prefix.GetAwaiter().GetResult();
            return machine;
        }
        catch
        {
            machine.Dispose();
            throw;
        }
    }

    /// <summary>A path of this machine as Windows programs see it.</summary>
    public static string WindowsPath(string path) => "Z:" + path.Replace('/', '\\');

    /// <summary>Starts a Windows program with all three streams redirected.</summary>
    public Process Start(string program, string workingFolder, IEnumerable<string> arguments) =>
        Start(new ProcessStartInfo("wine", [program, .. arguments]) { WorkingDirectory = workingFolder });

    public void Dispose()
    {
        // Of this prefix only; then nothing has a file in it open any more.
        Shell("wineserver -k; wineserver -w");
        folder.Delete(recursive: true);
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(bin => File.Exists(Path.Combine(bin, program)));

    private static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"{what}; in CI nothing may be missing.");
        Assert.Inconclusive(what);
    }

    private static string SourceFolder()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Tidy.Build.sln")))
            at = Path.GetDirectoryName(at);
        return at ?? throw new InvalidOperationException($"No Tidy.Build.sln above '{AppContext.BaseDirectory}': the sources are published from there.");
    }

    /// <summary>The server stays for all tests: each program would otherwise start one, and wait for it to end.</summary>
    private void MakePrefix() => Assert.AreEqual(0, Shell(@"mkdir ""$WINEPREFIX"" && wineserver -p && wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f"), "The Wine prefix could not be made.");

    /// <summary>Into a folder of our own, so that neither the sources' bin and obj nor a build server that outlives us is touched.</summary>
    private void Publish(string project)
    {
        string[] arguments =
        [
            "publish", Path.Combine(SourceFolder(), project), "-c", "Release", "-r", "win-x64", "--self-contained", "-p:PublishReadyToRun=false", "-v", "q",
            "-o", Path.Combine(folder.FullName, "app"), "--artifacts-path", Path.Combine(folder.FullName, "artifacts"),
            "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false",
        ];
        using Process publish = Start(new ProcessStartInfo("dotnet", arguments));
        string output = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        if (publish.ExitCode != 0 && OfflineErrors.Any(output.Contains))
            Missing($"the win-x64 runtime cannot be fetched: {output}");
        Assert.AreEqual(0, publish.ExitCode, output);
    }

    /// <summary>Without our streams: what Wine starts in the background would keep them open.</summary>
    private int Shell(string script)
    {
        using Process shell = Start(new ProcessStartInfo("sh", ["-c", $"exec </dev/null >/dev/null 2>&1; {script}"]));
        shell.WaitForExit();
        return shell.ExitCode;
    }

    private Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["WINEPREFIX"] = Path.Combine(folder.FullName, "prefix");
        start.Environment["WINEDEBUG"] = "-all";
        start.Environment["WINEDLLOVERRIDES"] = "mshtml=";
        // Wine reads names by the locale: in an empty environment a name that is not ASCII would come out garbled.
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("DISPLAY");
        // Left by a `dotnet test` that started us; they would bend a build of another configuration.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        return Process.Start(ToolProcess.ReadByATest(start))!;
    }
}
