using System.Diagnostics;
using Tidy.Core.Tests;
using YamlDotNet.RepresentationModel;

namespace Tidy.Tool.Tests;

/// <summary>
/// The shell scripts of the GitHub action and of the Azure template, run by the real bash and with the real tool. Only
/// <c>dotnet tool install</c> is played: it notes what it was asked for and puts the built tool where it should.
/// </summary>
internal sealed class CiScripts : IDisposable
{
    private readonly TemporaryFolder machine = new();
    private readonly YamlMappingNode[] steps;

    private CiScripts(YamlMappingNode[] steps)
    {
        if (OperatingSystem.IsWindows())
            Assert.Inconclusive("scripts for bash");
        this.steps = steps;
        Directory.CreateDirectory(machine.At("bin"));
        File.WriteAllText(machine.At("bin/dotnet"), $"""
            #!/bin/sh
            printf '%s\n' "$@" > '{machine.At("installed")}'
            while [ "$1" != --tool-path ]; do shift; done
            mkdir -p "$2"
            printf '#!/bin/sh\nexec "{ToolProcess.Host}" exec "{ToolProcess.Dll}" "$@"\n' > "$2/dotnet-tidy"
            chmod +x "$2/dotnet-tidy"
            """);
        File.SetUnixFileMode(machine.At("bin/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public static string[] GitHubInputs { get; } = Yaml.Keys(GitHub(), "inputs");

    public static string[] AzureParameters { get; } = [.. Parameters(Azure()).Select(p => Yaml.Text(p, "name")!)];

    /// <summary>What <c>dotnet</c> was called with, a word a line.</summary>
    public string Installed => File.ReadAllText(machine.At("installed"));

    /// <summary>The summary of the job or run.</summary>
    public string Summary => File.Exists(machine.At("summary.md")) ? File.ReadAllText(machine.At("summary.md")) : "";

    /// <summary>The folder that the CI system gives for temporary files.</summary>
    public string Temporary => machine.At("temporary files");

    public static CiScripts Of(string system) => new(system == "github" ? GitHubSteps() : AzureSteps());

    /// <summary>The text of each script.</summary>
    public static string[] Texts(string system) => [.. (system == "github" ? GitHubSteps() : AzureSteps()).Select(Script)];

    /// <summary>Runs the steps in a workspace, up to the first that fails, with these inputs and else the defaults.</summary>
    public ToolAnswer Run(string workspace, params (string Name, string Value)[] inputs)
    {
        Directory.CreateDirectory(Temporary);
        ToolAnswer answer = new(0, "", "");
        foreach (YamlMappingNode step in steps)
        {
            answer = Bash(step, workspace, inputs);
            if (answer.Exit != 0)
                break;
        }

        return answer;
    }

    public void Dispose() => machine.Dispose();

    private ToolAnswer Bash(YamlMappingNode step, string workspace, (string Name, string Value)[] inputs)
    {
        bool isGitHub = Yaml.Text(step, "run") is not null;
        // As the two systems call it.
        string[] options = isGitHub ? ["--noprofile", "--norc", "-eo", "pipefail", "-c"] : ["--noprofile", "--norc", "-c"];
        ProcessStartInfo start = ToolProcess.ReadByATest(new("bash", [.. options, Script(step)])
        {
            WorkingDirectory = workspace,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        start.Environment["PATH"] = $"{machine.At("bin")}:{start.Environment["PATH"]}";
        start.Environment["RUNNER_TEMP"] = start.Environment["AGENT_TEMPDIRECTORY"] = Temporary;
        start.Environment["GITHUB_STEP_SUMMARY"] = machine.At("summary.md");
        foreach ((YamlNode name, YamlNode value) in ((YamlMappingNode)step.Children["env"]).Children)
            start.Environment[name.ToString()] = ValueOf(value.ToString(), isGitHub, inputs);
        using ToolProcess bash = ToolProcess.Start(start);
        return bash.End();
    }

    /// <summary>An expression like <c>${{ inputs.version }}</c>: the input that was given, or its default.</summary>
    private static string ValueOf(string expression, bool isGitHub, (string Name, string Value)[] inputs)
    {
        string name = expression.Split('.', ' ')[2];
        Assert.AreEqual($"${{{{ {(isGitHub ? "inputs" : "parameters")}.{name} }}}}", expression);
        if (Array.Find(inputs, i => i.Name == name) is { Value: { } given })
            return given;
        return isGitHub
            ? Yaml.Text((YamlMappingNode)((YamlMappingNode)GitHub().Children["inputs"]).Children[name], "default")!
            : Yaml.Text(Parameters(Azure()).Single(p => Yaml.Text(p, "name") == name), "default")!;
    }

    private static string Script(YamlMappingNode step) => Yaml.Text(step, "run") ?? Yaml.Text(step, "bash")!;

    private static YamlMappingNode GitHub() => Read("action/action.yml");

    private static YamlMappingNode Azure() => Read("azure/tidy-verify.yml");

    private static YamlMappingNode[] GitHubSteps() => [.. Steps((YamlMappingNode)GitHub().Children["runs"])];

    private static YamlMappingNode[] AzureSteps() => [.. Steps(Azure())];

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode node) => ((YamlSequenceNode)node.Children["steps"]).Children.Cast<YamlMappingNode>();

    private static IEnumerable<YamlMappingNode> Parameters(YamlMappingNode node) => ((YamlSequenceNode)node.Children["parameters"]).Children.Cast<YamlMappingNode>();

    private static YamlMappingNode Read(string name) =>
        (YamlMappingNode)Yaml.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "build", name)));
}
