using System.Text.Json;
using System.Text.Json.Nodes;
using Tidy.Core.Configuration;
using Tidy.Core.Explaining;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>A workspace whose configuration can take the line that an explanation suggests, as a person would paste it.</summary>
internal sealed class ExplanationScene : IDisposable
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string config;

    public ExplanationScene(string config)
    {
        this.config = config;
        Bench = new Workbench(config);
        Bench.Config = Bench.Config with { File = Bench.Write("tidy.json", config) };
    }

    public Workbench Bench { get; }

    /// <summary>Makes files; a <c>/</c> at the end means an empty folder.</summary>
    public ExplanationScene With(params string[] paths)
    {
        foreach (string path in paths)
        {
            if (path.EndsWith('/'))
                Directory.CreateDirectory(Bench.At(path));
            else
                Bench.Write(path, $"content of {path}");
        }

        return this;
    }

    public Explanation Explain(string path, string? git = null)
    {
        RunServices services = git is null ? Bench.Services : Bench.Services with { Git = git };
        return Explanation.Of(new RunRequest { Command = RunCommand.Plan, Root = Bench.Root, Config = Bench.Config }, services, ExplainedPath.Parse(path));
    }

    /// <summary>The one line that is to give the other answer.</summary>
    public ConfigLine LineFor(string path, AdviceAim aim) => Explain(path).Advice.Single(a => a.Aim == aim).Line
        ?? throw new AssertFailedException($"no line for '{path}'");

    /// <summary>The plan once the line is in the configuration, which is then read as any other.</summary>
    public RunResult PlanWith(ConfigLine line)
    {
        JsonNode root = JsonNode.Parse(config, documentOptions: WithComments)!;
        string[] keys = line.Key.Split('.');
        JsonObject section = keys.Length == 1 ? root.AsObject() : Child(root.AsObject(), keys[0]);
        JsonNode value = JsonNode.Parse(line.Value, documentOptions: WithComments)!;
        if (line.IsSetting)
            section[keys[^1]] = value;
        else
            List(section, keys[^1]).Insert(0, value);
        Bench.Config = ConfigReader.Parse(root.ToJsonString(), "tidy.json");
        return Bench.Plan();
    }

    /// <summary>What the plan would do with the path, itself or with a folder around it.</summary>
    public static string? FateOf(RunResult plan, string path)
    {
        WorkspacePath asked = WorkspacePath.Parse(path);
        PlanEntry? entry = plan.Entries.Select(o => o.Entry).FirstOrDefault(e => e.Status == EntryStatus.Planned && asked.IsWithin(e.Source));
        return entry is null ? null : WireNames.Of(entry.Action);
    }

    public void Dispose() => Bench.Dispose();

    private static JsonObject Child(JsonObject parent, string key)
    {
        if (parent[key] is not JsonObject child)
            parent[key] = child = [];
        return child;
    }

    private static JsonArray List(JsonObject parent, string key)
    {
        if (parent[key] is not JsonArray list)
            parent[key] = list = [];
        return list;
    }
}
