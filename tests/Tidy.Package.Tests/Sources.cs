using System.Xml.Linq;

namespace Tidy.Package.Tests;

/// <summary>The sources that these tests were built from, and that the packages are made of.</summary>
internal static class Sources
{
    public static string Folder { get; } = Find();

    /// <summary>The version that the sources have: of the assemblies, of both packages, of Tidy.targets.</summary>
    public static string Version { get; } = XDocument.Load(At("build/Tidy.Version.props")).Descendants("TidyVersion").Single().Value;

    public static string At(string relative) => Path.Combine(Folder, relative);

    private static string Find()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Tidy.Build.sln")))
            at = Path.GetDirectoryName(at);
        return at ?? throw new InvalidOperationException($"No Tidy.Build.sln above '{AppContext.BaseDirectory}': the packages are made from there.");
    }
}
