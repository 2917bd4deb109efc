namespace Tidy.Package.Tests.Builds;

/// <summary>
/// A person's repository with SDK projects in <c>src/</c>, and its builds. What builds it needs but a person has elsewhere (the package source,
/// the counting host) lies beside the root and not in it. Nothing of Tidy is in it until the test adds it.
/// </summary>
internal sealed class BuildRepository : IDisposable
{
    public const string TwoFrameworks = "netstandard2.0;net10.0";

    /// <summary>Variables of the surrounding machine that would decide what a build does.</summary>
    private static readonly string[] Deciding =
    [
        "CI", "TF_BUILD", "GITHUB_ACTIONS", "ContinuousIntegrationBuild", "DOTNET_WATCH",
        "TidyEnabled", "TidyMode", "TidyPhases", "TidyMinimumAge", "TidyRoot",
    ];

    private readonly TemporaryFolder folder = new();
    private readonly CountingHost host;
    private readonly Dictionary<string, string?> variables = Deciding.ToDictionary(n => n, _ => (string?)null);

    /// <param name="projects">Libraries <c>src/p1/p1.csproj</c>, <c>src/p2/p2.csproj</c> and so on, none needs another; with <c>all.slnx</c> and <c>all.sln</c>.</param>
    public BuildRepository(int projects = 1, string frameworks = "net10.0")
    {
        LocalFeed.Shared.WriteConfig(folder.FullPath);
        host = new CountingHost(folder);
        Projects = [.. Enumerable.Range(1, projects).Select(i => $"src/p{i}/p{i}.csproj")];
        Directory.CreateDirectory(Root);
        Git("init", "--quiet").WithExit(0);
        Write(".gitignore", "bin/\nobj/\n");
        WriteProps($"<TargetFramework{(frameworks.Contains(';') ? "s" : "")}>{frameworks}</TargetFramework{(frameworks.Contains(';') ? "s" : "")}>");
        foreach (string project in Projects)
        {
            Write(project, "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");
            Write(Path.ChangeExtension(project, ".cs"), "public class Thing { }\n");
        }

        Write("all.slnx", SolutionText.Slnx(Projects));
        Write("all.sln", SolutionText.Sln(Projects));
    }

    /// <summary>The repository with the package for all its projects, a <c>tidy.json</c>, and a person's consent.</summary>
    public static BuildRepository WithPackage(int projects = 1, string frameworks = "net10.0")
    {
        var repository = new BuildRepository(projects, frameworks);
        repository.ReferenceGlobally();
        repository.WriteConfig();
        repository.Consent();
        return repository;
    }

    public string Root => folder.At("repository");

    /// <summary>Relative to the root.</summary>
    public string[] Projects { get; }

    public string Queue => At(".autonomous_runs/tidy_pending_moves.json");

    /// <summary>A path in the repository.</summary>
    public string At(string relative) => Path.Combine(Root, relative);

    /// <summary>A path that is no part of the repository and goes away with it.</summary>
    public string Beside(string relative) => folder.At(relative);

    public bool Exists(string relative) => Path.Exists(At(relative));

    public string Write(string relative, string content) => folder.Write(Path.Combine("repository", relative), content);

    /// <summary>Writes a file that is as old as told. An age changed after a run is not noticed by the next build, by design; so write it before.</summary>
    public string Stray(string relative, TimeSpan age)
    {
        string path = Write(relative, "of " + relative);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow - age);
        return path;
    }

    /// <summary>A stray that is older than the default minimum age.</summary>
    public string OldStray(string relative) => Stray(relative, TimeSpan.FromHours(48));

    public void WriteConfig(string json = """{ "version": 1, "extends": ["dotnet", "agents"] }""") => Write("tidy.json", json);

    /// <summary>Properties of all projects.</summary>
    public void WriteProps(string properties) => Write("Directory.Build.props", $"<Project>\n  <PropertyGroup>{properties}</PropertyGroup>\n</Project>\n");

    /// <summary>Elements at the end of all projects.</summary>
    public void WriteTargets(string elements) => Write("Directory.Build.targets", $"<Project>\n  {elements}\n</Project>\n");

    /// <summary>Adds the package to all projects.</summary>
    public void ReferenceGlobally() => Write("Directory.Packages.props", $"""
        <Project>
          <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
          <ItemGroup><GlobalPackageReference Include="Tidy.Build" Version="{LocalFeed.Shared.Version}" /></ItemGroup>
        </Project>

        """);

    /// <summary>Adds the package to one project.</summary>
    public void Reference(string project) => Write(project, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup><PackageReference Include="Tidy.Build" Version="{LocalFeed.Shared.Version}" PrivateAssets="all" /></ItemGroup>
        </Project>

        """);

    /// <summary>A person's word that builds may move files: what the first <c>dotnet tidy apply</c> in a clone says.</summary>
    public void Consent()
    {
        Tidy("apply").WithExit(0);
        Assert.IsTrue(Exists(".autonomous_runs/tidy/build-consent"));
    }

    /// <summary>Sets a variable of all later builds; null takes it away.</summary>
    public void SetVariable(string name, string? value) => variables[name] = value;

    /// <summary>The tool that builds start does nothing and does not end, until this is disposed.</summary>
    public IDisposable HangTool() => host.Hang();

    /// <summary>All processes of builds that still run.</summary>
    public StartedProcesses Processes() => new(host.Program);

    /// <summary>The packed tool, run by hand.</summary>
    public Answer Tidy(params string[] arguments) => Program(DotNet.Program).Run(["exec", LocalFeed.Shared.Tool, .. arguments]);

    public Answer Git(params string[] arguments) => Program("git")
        .Set("GIT_CONFIG_GLOBAL", Beside("no-git-config"))
        .Set("GIT_CONFIG_NOSYSTEM", "1")
        .Run(["-c", "user.name=Test", "-c", "user.email=test@localhost", .. arguments]);

    public void CommitAll()
    {
        Git("add", "--all").WithExit(0);
        Git("commit", "--quiet", "--message", "All").WithExit(0);
    }

    public Answer Restore(string what = "all.slnx") => Program(DotNet.Program).Run("restore", what).WithExit(0);

    /// <summary><c>dotnet build</c> in the root, with a log that says each message when it comes up.</summary>
    public BuildAnswer Build(params string[] arguments)
    {
        using RunningBuild build = Start(arguments);
        return build.End();
    }

    /// <summary>Starts the same; the test ends it.</summary>
    public RunningBuild Start(params string[] arguments)
    {
        StartCount starts = host.NewCount();
        return new RunningBuild(Program(DotNet.Program, starts).Start([.. BuildLine(arguments)]), starts);
    }

    /// <summary>The same by a shell that writes the log into a file in the root.</summary>
    public BuildAnswer BuildInto(string log, params string[] arguments)
    {
        StartCount starts = host.NewCount();
        Answer answer = Program("bash", starts).Run(["-c", "out=$1; shift; exec \"$@\" > \"$out\"", "bash", log, DotNet.Program, .. BuildLine(arguments)]);
        return new BuildAnswer(answer with { Out = answer.Out + File.ReadAllText(At(log)) }, starts.Commands);
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<string> BuildLine(string[] arguments) => ["build", "-nologo", "-tl:off", "-v:m", .. arguments];

    private Command Program(string program, StartCount? starts = null)
    {
        Command command = DotNet.Environment(new Command(program, Root));
        foreach ((string name, string? value) in variables)
            command.Set(name, value);
        if (starts is not null)
            command.Set("TidyDotNetHost", host.Program).Set(CountingHost.FileVariable, starts.File);
        return command;
    }
}
