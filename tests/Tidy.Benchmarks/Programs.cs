using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tidy.Benchmarks;

/// <summary>The programs that are measured, published as a person gets them: ReadyToRun code for this machine.</summary>
/// <param name="Tool">The command line tool.</param>
/// <param name="Floor">This program, for its child modes.</param>
/// <param name="Bare">A program that only returns.</param>
internal sealed record Programs(string Tool, string Floor, string Bare)
{
    private const string BareProject =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """;

    /// <param name="tool">Folder of a tool that is published already, or null.</param>
    public static Programs Publish(Scratch scratch, string? tool)
    {
        string source = SourceFolder();
        string artifacts = scratch.NewFolder("artifacts");
        string bare = Directory.CreateDirectory(Path.Combine(scratch.NewFolder("source"), "Bare")).FullName;
        File.WriteAllText(Path.Combine(bare, "Bare.csproj"), BareProject);
        File.WriteAllText(Path.Combine(bare, "Program.cs"), "return 0;\n");
        return new Programs(
            Path.Combine(tool ?? Publish(scratch, Path.Combine(source, "src", "Tidy.Tool"), artifacts), "dotnet-tidy"),
            Path.Combine(Publish(scratch, Path.Combine(source, "tests", "Tidy.Benchmarks"), artifacts), "Tidy.Benchmarks"),
            Path.Combine(Publish(scratch, bare, artifacts), "Bare"));
    }

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

    /// <summary>Its own artifacts folder: the source tree is left as it is.</summary>
    private static string Publish(Scratch scratch, string project, string artifacts)
    {
        string output = scratch.NewFolder("published");
        Console.Error.WriteLine($"publishing {Path.GetFileName(project)} ...");
        string runtime = $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        Output("dotnet", "publish", project, "-c", "Release", "-r", runtime, "--self-contained", "false", "-p:PublishReadyToRun=true",
            "--artifacts-path", artifacts, "-o", output, "-nologo", "--disable-build-servers");
        return output;
    }

    private static string SourceFolder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Tidy.Build.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The benchmarks are run from the source tree: dotnet run -c Release --project tests/Tidy.Benchmarks");
    }
}
