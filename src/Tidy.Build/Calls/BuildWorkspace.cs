namespace Tidy.Build.Calls;

/// <summary>The workspace a project lies in, and the files of Tidy's state that a build looks at. All paths are absolute.</summary>
internal sealed class BuildWorkspace
{
    private const string ConfigFileName = "tidy.json";
    private readonly string? configFile;

    public BuildWorkspace(string root, string? configFile)
    {
        Root = root.Length > 1 && !root.EndsWith(":" + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? root.TrimEnd('/', Path.DirectorySeparatorChar) : root;
        this.configFile = configFile;
    }

    public string Root { get; }

    public string RunsFolder => Path.Combine(Root, ".autonomous_runs");

    public string StateFolder => Path.Combine(RunsFolder, "tidy");

    public string QueueFile => Path.Combine(RunsFolder, "tidy_pending_moves.json");

    public string ConfigFile => configFile ?? Path.Combine(Root, ConfigFileName);

    public bool HasConfiguration => File.Exists(ConfigFile);

    /// <summary>A person ran <c>dotnet tidy apply</c> or <c>init</c> in this clone.</summary>
    public bool HasConsent => File.Exists(State("build-consent"));

    public string State(string name) => Path.Combine(StateFolder, name);

    /// <summary>
    /// The nearest <c>tidy.json</c> going up from the project, not above the first <c>.git</c>; else the git root; else the
    /// solution's folder.
    /// </summary>
    /// <param name="root">The property <c>TidyRoot</c>; relative to the project.</param>
    /// <param name="solutionFolder">Empty or <c>*Undefined*</c> where a project is built alone.</param>
    /// <returns>Null when nothing says where the workspace is: a lone project in a folder that is under no version control.</returns>
    public static string? FindRoot(string projectFolder, string? root, string? solutionFolder)
    {
        if (!string.IsNullOrEmpty(root))
            return Path.GetFullPath(Path.Combine(projectFolder, root));
        for (string? at = projectFolder; !string.IsNullOrEmpty(at); at = Path.GetDirectoryName(at))
        {
            string git = Path.Combine(at, ".git");
            if (File.Exists(Path.Combine(at, ConfigFileName)) || Directory.Exists(git) || File.Exists(git))
                return at;
        }

        return string.IsNullOrEmpty(solutionFolder) || solutionFolder == "*Undefined*" ? null : solutionFolder;
    }
}
