using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tidy.Benchmarks;

/// <summary>The programs that are measured, published as a person gets them (ReadyToRun code for this machine) when they are first needed.</summary>
/// <param name="tool">Folder of a tool that is published already, or null.</param>
internal sealed class Programs(Scratch scratch, string? tool)
{
    private const string BareProject =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """;

    private readonly Lazy<string> publishedTool = new(() => Path.Combine(tool ?? Publish(scratch, Path.Combine(SourceFolder(), "src", "Tidy.Tool")), "dotnet-tidy"));
    private readonly Lazy<string> publishedTask = new(() => Path.Combine(Publish(scratch, Path.Combine(SourceFolder(), "src", "Tidy.Build"), forThisMachine: false), "Tidy.Build.dll"));
    private readonly Lazy<string> publishedFloor = new(() => Path.Combine(Publish(scratch, Path.Combine(SourceFolder(), "tests", "Tidy.Benchmarks")), "Tidy.Benchmarks"));
    private readonly Lazy<string> publishedBare = new(() => Path.Combine(Publish(scratch, NewBareProject(scratch)), "Bare"));

    /// <summary>The command line tool.</summary>
    public string Tool => publishedTool.Value;

    /// <summary>The MSBuild task.</summary>
    public string TaskAssembly => publishedTask.Value;

    public static string Targets => Path.Combine(SourceFolder(), "Tidy.targets");

    /// <summary>This program, for its child modes.</summary>
    public string Floor => publishedFloor.Value;

    /// <summary>A program that only returns.</summary>
    public string Bare => publishedBare.Value;

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Milliseconds.</returns>
    public static double Time(string program, params string[] arguments)
    {
        long start = Stopwatch.GetTimestamp();
        Output(program, arguments);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Runs a program to its end and gives back what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; 3 is no failure, it says that files are queued.</exception>
    public static string Output(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode is 0 or 3
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }

    /// <summary>With an artifacts folder of its own: the source tree is left as it is.</summary>
    private static string Publish(Scratch scratch, string project, bool forThisMachine = true)
    {
        string output = scratch.NewFolder("published");
        Console.Error.WriteLine($"publishing {Path.GetFileName(project)} ...");
        string runtime = $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        string[] machine = forThisMachine ? ["-r", runtime, "--self-contained", "false", "-p:PublishReadyToRun=true"] : [];
        Output("dotnet", ["publish", project, "-c", "Release", .. machine,
            "--artifacts-path", Path.Combine(scratch.Root, "artifacts"), "-o", output, "-nologo", "--disable-build-servers"]);
        return output;
    }

    private static string NewBareProject(Scratch scratch)
    {
        string folder = Directory.CreateDirectory(Path.Combine(scratch.NewFolder("source"), "Bare")).FullName;
        File.WriteAllText(Path.Combine(folder, "Bare.csproj"), BareProject);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "return 0;\n");
        return folder;
    }

    private static string SourceFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Tidy.Build.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The benchmarks are run from the source tree: dotnet run -c Release --project tests/Tidy.Benchmarks");
    }
}
