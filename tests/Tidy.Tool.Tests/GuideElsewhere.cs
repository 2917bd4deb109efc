namespace Tidy.Tool.Tests;

/// <summary>A command of the guides that the tests of the guides do not run.</summary>
/// <param name="Command">How its line begins.</param>
/// <param name="Why">The reason.</param>
/// <param name="Where">The test or script of this repository that runs it instead; null when nothing here can.</param>
/// <param name="Proof">What stands there.</param>
internal sealed record GuideElsewhere(string Command, string Why, string? Where, string Proof)
{
    public static IReadOnlyList<GuideElsewhere> All { get; } =
    [
        new("dotnet test", "it would run these very tests", ".ci/run", "dotnet test"),
        new("build/pack", "it builds everything for several systems, for minutes", "tests/Tidy.Package.Tests/PackScript.cs", "build/pack"),
        new("dotnet tool install", "it needs a feed with the packages", "tests/Tidy.Package.Tests/InstallTests.cs", "\"tool\", \"install\""),
        new("dotnet tool restore", "it needs a feed with the packages", "tests/Tidy.Package.Tests/InstallTests.cs", "\"tool\", \"restore\""),
        new("dotnet new tool-manifest", "the SDK's own command", "tests/Tidy.Package.Tests/InstallTests.cs", "tool-manifest"),
        new("dotnet build src/App -t:Tidy", "a build of a whole solution, with the package", "tests/Tidy.Package.Tests/Builds/OnDemandTests.cs", "\"-t:Tidy\""),
        new("dotnet build-server shutdown", "it ends the compilers of all who work on this machine", "tests/Tidy.Tool.Tests/InspectionCommandTests.cs", "dotnet build-server shutdown"),
        new("TIDY_SEED=", "it would run the suites for faults, for minutes", ".ci/run", "dotnet test"),
        new("TIDY_SWEEP=", "the full sweeps take hours", ".ci/run", "dotnet test"),
        new("OTEL_EXPORTER_OTLP_ENDPOINT=", "it needs a collector that runs", "tests/Tidy.Tool.Tests/MetricsProcessTests.cs", "\"metrics\", \"push\""),
        new("promtool ", "it is about a file of the repository", "tests/Tidy.Tool.Tests/AlertRulesTests.cs", "check rules"),
        new("dotnet tidy dashboard", "it stays until it is ended", "tests/Tidy.Dashboard.Tests/CommandTests.cs", "\"dashboard\""),
        new("gh ", "it talks to GitHub", null, ""),
    ];

    /// <summary>The one that a line of a script is, or null.</summary>
    public static GuideElsewhere? Of(string line) => All.FirstOrDefault(e => line.TrimStart().StartsWith(e.Command, StringComparison.Ordinal));
}
