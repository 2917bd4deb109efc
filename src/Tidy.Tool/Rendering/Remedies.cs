using Tidy.Core.Holders;

namespace Tidy.Tool.Rendering;

/// <summary>How to make the usual holders let go without ending anybody's process.</summary>
internal static class Remedies
{
    private const string NotOnAccess = "wait a minute; if it comes back, exclude the workspace from scanning on access";
    private const string NotIndexed = "wait a minute; if it comes back, exclude the workspace from indexing";
    private const string EndTests = "end the test run, or the debugger that has it";
    private const string CloseInEditor = "close the file or the folder in the editor";

    /// <summary>By the beginning of the process's name, without <c>.exe</c>; the first that fits.</summary>
    private static readonly (string Name, string Remedy)[] Known =
    [
        ("VBCSCompiler", "dotnet build-server shutdown --vbcscompiler"),
        ("MSBuild", "dotnet build-server shutdown --msbuild"),
        ("rzc", "dotnet build-server shutdown --razor"),
        ("testhost", EndTests),
        ("vstest.console", EndTests),
        ("vsdbg", EndTests),
        ("devenv", "close the solution in Visual Studio"),
        ("ServiceHub.", "close the solution in Visual Studio"),
        ("rider", "close the solution in Rider"),
        ("JetBrains.", "close the solution in Rider"),
        ("Microsoft.CodeAnalysis.LanguageServer", "reload the window of the editor: its language server has it"),
        ("OmniSharp", "reload the window of the editor: its language server has it"),
        ("code-", CloseInEditor),
        ("sqlite3", "leave the database shell (.quit)"),
        ("sqlitebrowser", "close the database in DB Browser for SQLite"),
        ("DB Browser for SQLite", "close the database in DB Browser for SQLite"),
        ("iisexpress", "stop the site that runs from there"),
        ("w3wp", "stop the site or its application pool"),
        ("MsMpEng", NotOnAccess),
        ("clamd", NotOnAccess),
        ("SearchIndexer", NotIndexed),
        ("SearchProtocolHost", NotIndexed),
        ("tracker-", NotIndexed),
        ("localsearch-", NotIndexed),
        ("baloo_file", NotIndexed),
        ("mdworker", NotIndexed),
        ("OneDrive", "wait until it is synchronised, or pause that"),
        ("dropbox", "wait until it is synchronised, or pause that"),
    ];

    /// <summary>Names that others begin with, too.</summary>
    private static readonly (string Name, string Remedy)[] KnownWhole =
    [
        ("code", CloseInEditor),
        ("mds", NotIndexed),
        ("explorer", "close its window, or the preview pane"),
        ("dotnet", "dotnet build-server shutdown, if it is what a build left behind"),
    ];

    public static IReadOnlyList<string> For(IReadOnlyList<Holder> holders)
    {
        var remedies = new List<string>();
        foreach (Holder holder in holders)
        {
            if (For(holder.Name) is { } remedy && !remedies.Contains(remedy))
                remedies.Add(remedy);
        }

        return remedies;
    }

    private static string? For(string name)
    {
        string bare = name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        foreach ((string beginning, string remedy) in Known)
        {
            if (bare.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return remedy;
        }

        foreach ((string whole, string remedy) in KnownWhole)
        {
            if (bare.Equals(whole, StringComparison.OrdinalIgnoreCase))
                return remedy;
        }

        return null;
    }
}
