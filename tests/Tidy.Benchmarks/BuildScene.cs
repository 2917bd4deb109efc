using System.Globalization;
using System.Text.RegularExpressions;

namespace Tidy.Benchmarks;

/// <summary>A solution of six projects for two frameworks, up to date, whose builds call Tidy; and one file that builds it several times in one process.</summary>
internal sealed partial class BuildScene
{
    private const int ProjectCount = 6;
    private readonly string folder;

    public BuildScene(Scratch scratch, Programs programs)
    {
        folder = scratch.NewWorkspace(strays: 0);
        File.Delete(Path.Combine(folder, "App.csproj"));
        Write("Directory.Build.props", "<Project><PropertyGroup><TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks></PropertyGroup></Project>");
        Write("Directory.Build.targets", $"""
            <Project>
              <PropertyGroup><TidyTaskAssembly>{programs.TaskAssembly}</TidyTaskAssembly><TidyToolPath>{programs.Tool}.dll</TidyToolPath></PropertyGroup>
              <Import Project="{Programs.Targets}" />
            </Project>
            """);
        string[] projects = [.. Enumerable.Range(1, ProjectCount).Select(i => $"src/p{i}/p{i}.csproj")];
        foreach (string project in projects)
            Write(project, "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        Write("all.slnx", $"<Solution>{string.Concat(projects.Select(p => $"<Project Path=\"{p}\" />"))}</Solution>");
        Write("passes.proj", """
            <Project>
              <ItemGroup><Pass Include="$(Passes.Split(','))" /></ItemGroup>
              <Target Name="Build"><MSBuild Projects="all.slnx" Properties="Pass=%(Pass.Identity)" /></Target>
            </Project>
            """);
        Build("all.slnx", "-restore");
        Build("all.slnx");
    }

    public string Folder => folder;

    public void Add(string stray) => Write(stray, "done\n");

    /// <returns>Milliseconds.</returns>
    public double Build(string project, params string[] arguments) => Programs.Time("dotnet", Line(project, arguments));

    /// <summary>The engine's own time for one call of each target, on a node that has built the same before.</summary>
    public (double Empty, double Tidy) EngineTimes()
    {
        const int Warm = 10;
        (double empty1, double tidy1, _) = Total(passes: 1);
        (double empty, double tidy, int calls) = Total(passes: 1 + Warm);
        int each = calls * Warm / (1 + Warm);
        return ((empty - empty1) / each, (tidy - tidy1) / each);
    }

    /// <summary>Of the SDK's empty target BeforeBuild, and of both of Tidy's.</summary>
    private (double Empty, double Tidy, int Calls) Total(int passes)
    {
        string list = string.Join("%2C", Enumerable.Range(1, passes));
        string summary = Programs.Output("dotnet", Line("passes.proj", [$"-p:Passes={list}", "-clp:PerformanceSummary"]));
        double empty = 0, tidy = 0;
        int calls = 0;
        foreach (Match row in PerformanceRow().Matches(summary))
        {
            double time = double.Parse(row.Groups["ms"].ValueSpan, CultureInfo.InvariantCulture);
            if (row.Groups["name"].Value == "BeforeBuild")
                empty = time;
            else
                (tidy, calls) = (tidy + time, calls + int.Parse(row.Groups["calls"].ValueSpan, CultureInfo.InvariantCulture));
        }

        // The summary has whole milliseconds, and two targets of Tidy for each one of the floor.
        return (2 * empty, tidy, calls);
    }

    private string[] Line(string project, string[] arguments) =>
        ["msbuild", Path.Combine(folder, project), "-nologo", "-m:1", "-nr:false", "-v:m", "-tl:off", "-p:UseSharedCompilation=false", "-p:TidyMode=apply", "-p:TidyMinimumAge=0s", .. arguments];

    private void Write(string relative, string content)
    {
        string path = Path.Combine(folder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    [GeneratedRegex(@"^\s+(?<ms>\d+) ms\s+(?<name>BeforeBuild|TidyBeforeBuild|TidyAfterBuild)\s+(?<calls>\d+) calls", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PerformanceRow();
}
