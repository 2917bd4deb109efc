namespace Tidy.Core.Tests;

/// <summary>The sample configurations in <c>Fixtures/samples</c>: for each a <c>tidy.json</c>, the workspace it is for, and the plan of the two.</summary>
internal static class SampleFiles
{
    public static string Config(string name) => Of(name, "tidy.json");

    /// <summary>The files of the workspace; see <see cref="RealWorkspace.Make(string, string)"/>.</summary>
    public static string Listing(string name) => Of(name, "workspace.tsv");

    /// <summary>The plan as it was reviewed.</summary>
    public static string Plan(string name) => Of(name, "plan.txt");

    private static string Of(string name, string file) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "samples", name, file);
}
