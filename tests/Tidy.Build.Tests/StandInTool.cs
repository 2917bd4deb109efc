namespace Tidy.Build.Tests;

/// <summary>A program in the place of <c>dotnet</c> that counts its starts and says what a test wants it to say.</summary>
internal sealed class StandInTool
{
    private readonly BuildFolder folder;

    public StandInTool(BuildFolder folder, string body)
    {
        this.folder = folder;
        Path = folder.Write("../" + System.IO.Path.GetFileName(folder.Root) + "-tool/dotnet", $"#!/bin/sh\necho \"$@\" >> \"$0.starts\"\n{body}\n");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path { get; }

    /// <summary>The command line of each start.</summary>
    public string[] Starts => File.Exists(Path + ".starts") ? File.ReadAllLines(Path + ".starts") : [];

    public RunTidy Task(RecordedBuild build, string hook = "AfterBuild", string mode = "Apply") => new()
    {
        BuildEngine = build.Engine,
        Hook = hook,
        Workspace = folder.Root,
        Mode = mode,
        DotNetTidy = "/tool/dotnet-tidy.dll",
        DotNetHost = Path,
    };

    public void Delete() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
