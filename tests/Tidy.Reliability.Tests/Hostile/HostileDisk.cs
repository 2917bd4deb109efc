using System.Text.Json;
using Tidy.Core;
using Tidy.Core.Tests;
using Tidy.Tool;
using Tidy.Tool.Engine;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>A workspace full of what nobody expects, a folder beside it that nobody may touch, and every command in it.</summary>
internal sealed class HostileDisk : IDisposable
{
    public static readonly string[] Formats = ["text", "json", "jsonl", "markdown", "sarif", "github", "azure", "msbuild"];

    /// <summary>What is said of an exception that nobody thought of; SARIF lists the code among its rules.</summary>
    private static readonly string[] Unexpected = ["error TIDY9012", "\"code\": \"TIDY9012", "\"code\":\"TIDY9012", "\"ruleId\": \"TIDY9012", "TIDY9012: ", "(--verbose shows where)", "   at Tidy."];

    private readonly string folder = Directory.CreateTempSubdirectory("tidy-hostile-").FullName;
    private readonly IReadOnlyList<string> outsideBefore;

    public HostileDisk()
    {
        Inside = Directory.CreateDirectory(Path.Combine(folder, "inside")).FullName;
        string outside = Directory.CreateDirectory(Path.Combine(folder, "outside")).FullName;
        File.WriteAllText(Path.Combine(outside, "kept.txt"), "outside");
        Directory.CreateDirectory(Path.Combine(outside, "sub"));
        File.WriteAllText(Path.Combine(outside, "sub", "kept.log"), "outside too");
        outsideBefore = TreeSnapshot.Of(outside);
        Raw = new RawFolder(Inside);
    }

    public string Inside { get; }

    public RawFolder Raw { get; }

    public string ConfigPath => Path.Combine(folder, "tidy.json");

    /// <summary>How many commands ran.</summary>
    public int Commands { get; private set; }

    public string Tree => RawTree.Of(Inside);

    public void Configure(string json) => File.WriteAllText(ConfigPath, json);

    /// <summary>In this process; what it wrote is looked through.</summary>
    public ToolAnswer Tidy(params string[] args)
    {
        using StringWriter output = new(), error = new();
        ExitCode exit = new TidyApp(new MachineEngine(), new ToolConsole(output, error), CancellationToken.None).Run([.. args, "--workspace", Inside, .. ConfigOf(args)]);
        return Checked(args, new ToolAnswer((int)exit, output.ToString(), error.ToString()));
    }

    /// <summary>As people start it.</summary>
    public ToolAnswer TidyProcess(params string[] args) => Checked(args, ToolProcess.Run(Inside, [.. args, .. ConfigOf(args)]));

    /// <summary>A temporary folder is its owner's alone.</summary>
    public void LetOthersIn() => File.SetUnixFileMode(folder, (UnixFileMode)0x1ED);

    public void AssertNothingHappenedOutside() => Assert.AreEqual(string.Join('\n', outsideBefore), string.Join('\n', TreeSnapshot.Of(Path.Combine(folder, "outside"))), "outside the workspace");

    public void Dispose()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            RawTree.Delete(folder); // names that are no text, and paths that are too long
        }
    }

    private string[] ConfigOf(string[] args) => args[0] == "init" ? [] : ["--config", ConfigPath];

    private ToolAnswer Checked(string[] args, ToolAnswer answer)
    {
        Commands++;
        string format = args.Contains("--format") ? args[Array.IndexOf(args, "--format") + 1] : "text";
        string said = answer.Out + answer.Error;
        string? problem = answer.Exit is < 0 or > 5 ? "not an exit code"
            : Unexpected.Any(u => said.Contains(u, StringComparison.Ordinal)) ? "it did not expect this"
            : FirstControl(said) is >= 0 and var at ? $"a control character U+{(int)said[at]:X4} behind '{Uri.EscapeDataString(said[Math.Max(0, at - 40)..at])}'"
            : format is not ("json" or "jsonl" or "sarif") && said.AsSpan().ContainsAny("\u202e\u200b\u2028\ufeff") ? "an invisible character"
            : ProblemOfJson(format, answer.Out);
        if (problem is not null)
            Assert.Fail($"tidy {string.Join(' ', args)}: {problem}\n{SafeStart(answer.ToString())}");
        return answer;
    }

    private static string SafeStart(string text) => text.Length > 3000 ? text[..3000] : text;

    private static int FirstControl(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] != '\n')
                return i;
        }

        return -1;
    }

    private static string? ProblemOfJson(string format, string text)
    {
        try
        {
            foreach (string json in format switch { "json" or "sarif" => [text], "jsonl" => text.Split('\n', StringSplitOptions.RemoveEmptyEntries), _ => Array.Empty<string>() })
                JsonDocument.Parse(json).Dispose();
            return null;
        }
        catch (JsonException e)
        {
            return $"no JSON: {e.Message}";
        }
    }
}
