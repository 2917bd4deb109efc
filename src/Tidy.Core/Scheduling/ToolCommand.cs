using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Tidy.Core.Scheduling;

/// <summary>How the system starts this tool, by absolute paths: a scheduler has neither the PATH nor the current folder of a person.</summary>
/// <param name="Program">The tool itself, or dotnet.</param>
/// <param name="Arguments">What makes dotnet run the tool; empty for the tool itself.</param>
/// <param name="Environment">What the tool needs besides what the scheduler gives it; see <see cref="RunEnvironment"/>.</param>
public sealed record ToolCommand(string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    private const string Name = "dotnet-tidy";

    /// <summary>Where installed tools lie, by version, below the folder with the programs that start them.</summary>
    private static readonly string Store = $"{Path.DirectorySeparatorChar}.store{Path.DirectorySeparatorChar}";

    /// <summary>Whether an update of the tool leaves the command as it is.</summary>
    public bool SurvivesUpdates { get; init; }

    /// <summary>The files without which nothing starts.</summary>
    [JsonIgnore]
    public IEnumerable<string> Files => Arguments.Where(Path.IsPathFullyQualified).Prepend(Program);

    public static ToolCommand OfThisProcess() =>
        Of(System.Environment.ProcessPath ?? "dotnet", AppContext.BaseDirectory, RunEnvironment.Of(System.Environment.GetEnvironmentVariable, RuntimeEnvironment.GetRuntimeDirectory()));

    /// <param name="process">The program that this process is.</param>
    /// <param name="folder">Where the tool's own files are.</param>
    internal static ToolCommand Of(string process, string folder, IReadOnlyDictionary<string, string> environment)
    {
        string extension = OperatingSystem.IsWindows() ? ".exe" : "";
        int store = folder.IndexOf(Store, StringComparison.Ordinal);
        if (store > 0 && Path.Combine(folder[..store], Name + extension) is var shim && File.Exists(shim))
            return new ToolCommand(shim, [], environment) { SurvivesUpdates = true };
        if (Path.GetFileNameWithoutExtension(process) == Name)
            return new ToolCommand(process, [], environment);
        return new ToolCommand(process, ["exec", Path.Combine(folder, $"{Name}.dll")], environment);
    }

    /// <summary>All words of the command line of <c>schedule run</c>.</summary>
    public IReadOnlyList<string> RunBy(string scheduler) => [Program, .. Arguments, "schedule", "run", "--started-by", scheduler];

    /// <summary>Whether it starts the same files.</summary>
    public bool IsSameTool(ToolCommand other) => Files.SequenceEqual(other.Files, StringComparer.Ordinal);
}
