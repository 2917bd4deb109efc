using System.Text;

namespace Tidy.Package.Tests.Builds;

/// <summary>Solutions in both formats.</summary>
internal static class SolutionText
{
    private const string CSharp = "{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";

    public static string Slnx(IEnumerable<string> projects) =>
        $"<Solution>\n{string.Concat(projects.Select(p => $"  <Project Path=\"{p}\" />\n"))}</Solution>\n";

    public static string Sln(string[] projects)
    {
        var text = new StringBuilder("Microsoft Visual Studio Solution File, Format Version 12.00\n");
        foreach ((int i, string project) in projects.Index())
            text.Append($"Project(\"{CSharp}\") = \"{Path.GetFileNameWithoutExtension(project)}\", \"{project.Replace('/', '\\')}\", \"{Id(i)}\"\nEndProject\n");
        text.Append("Global\n\tGlobalSection(SolutionConfigurationPlatforms) = preSolution\n\t\tDebug|Any CPU = Debug|Any CPU\n\tEndGlobalSection\n");
        text.Append("\tGlobalSection(ProjectConfigurationPlatforms) = postSolution\n");
        for (int i = 0; i < projects.Length; i++)
            text.Append($"\t\t{Id(i)}.Debug|Any CPU.ActiveCfg = Debug|Any CPU\n\t\t{Id(i)}.Debug|Any CPU.Build.0 = Debug|Any CPU\n");
        return text.Append("\tEndGlobalSection\nEndGlobal\n").ToString();
    }

    private static string Id(int index) => $"{{00000000-0000-0000-0000-{index + 1:X12}}}";
}
