namespace Tidy.Package.Tests.Builds;

/// <summary>
/// A program in the place of <c>dotnet</c> that notes which command of the tool it was started for, and then becomes the real one, or hangs. Builds
/// know it by the environment: a property given on the command line would be another build of each project.
/// </summary>
internal sealed class CountingHost
{
    /// <summary>Where a start is noted; each build has its own file.</summary>
    public const string FileVariable = "TIDY_TEST_STARTS";

    private readonly TemporaryFolder folder;
    private int counts;

    /// <param name="folder">Where it is put.</param>
    public CountingHost(TemporaryFolder folder)
    {
        if (OperatingSystem.IsWindows())
            throw new AssertInconclusiveException("The stand-in for dotnet is a shell script.");
        this.folder = folder;
        // Its arguments are: exec, the tool, the tool's command. A line this short is appended as one.
        Program = folder.Write("host/dotnet", $"""
            #!/usr/bin/env bash
            echo "$3" >> "${FileVariable}"
            [[ -e $0.hangs ]] && exec sleep 300
            exec '{DotNet.Program}' "$@"

            """);
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Program { get; }

    public StartCount NewCount() => new(folder.At($"host/starts-{Interlocked.Increment(ref counts)}"));

    public IDisposable Hang() => File.Create(Program + ".hangs", 1, FileOptions.DeleteOnClose);
}
