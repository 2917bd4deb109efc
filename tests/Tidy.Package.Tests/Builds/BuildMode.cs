namespace Tidy.Package.Tests.Builds;

/// <summary>One way to build the same projects: what the engine puts into which process, and which targets it calls.</summary>
internal sealed record BuildMode(string Name, params string[] Arguments)
{
    public static BuildMode[] All { get; } =
    [
        new("-m:4", "all.slnx", "-m:4"),
        new("-mt", "all.slnx", "-mt"),
        new("-graph", "all.slnx", "-graph"),
        new("-graph -isolate", "all.slnx", "-graph", "-isolate"),
        new(".sln", "all.sln"),
        new(".slnx", "all.slnx"),
        new("one project", "src/p1/p1.csproj"),
        new("one project, -f", "src/p1/p1.csproj", "-f", "net10.0"),
    ];

    /// <summary>The same with more arguments; what has been restored is not restored again.</summary>
    public string[] With(params string[] more) => [.. Arguments, "--no-restore", .. more];
}
