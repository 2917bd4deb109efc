using System.Globalization;
using System.Text;
using Tidy.Build.Calls;

namespace Tidy.Build.Gates;

/// <summary>
/// What this build has said already, across its nodes. Nothing tells a task which build it belongs to; but the nodes of a build live as long
/// as it does, and each knows when it serves the next one. Read and written under the start lock.
/// </summary>
internal sealed class BuildMemory
{
    private const string Name = "build.said";
    private const string Node = "node ";

    private readonly string path;
    private readonly HashSet<string> lines = new(StringComparer.Ordinal);

    private BuildMemory(string path)
    {
        this.path = path;
        lines.UnionWith(GateCheck.ReadText(path)?.Split('\n').Where(l => l.Length > 0) ?? []);
    }

    public static BuildMemory Load(BuildWorkspace workspace) => new(workspace.State(Name));

    /// <summary>Takes down where this call runs.</summary>
    /// <returns>It is the first call of a build: everything that build has to say is new.</returns>
    public bool IsNewBuild(BuildNode node)
    {
        List<string[]> nodes = [.. lines.Where(l => l.StartsWith(Node, StringComparison.Ordinal)).Select(l => l.Split(' '))];
        string id = node.ProcessId.ToString(CultureInfo.InvariantCulture);
        bool isNew = nodes.Count == 0 || nodes.Exists(n => (n[1] == id && node.IsNewToBuild) || HasEnded(n));
        if (isNew)
            lines.Clear();
        lines.Add($"{Node}{id} {node.StartedTicks.ToString(CultureInfo.InvariantCulture)}");
        return isNew;
    }

    /// <returns>False when this build has said it already.</returns>
    public bool IsFirstTime(string message) => lines.Add("said " + message.Replace('\n', ' '));

    /// <summary>Where it cannot be written, something may be said twice.</summary>
    public void Save()
    {
        try
        {
            File.WriteAllText(path, string.Join("\n", lines) + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As above.
        }
    }

    /// <summary>A line that cannot be read is of no node that runs.</summary>
    private static bool HasEnded(string[] node) =>
        node.Length != 3
        || !int.TryParse(node[1], NumberStyles.None, CultureInfo.InvariantCulture, out int processId)
        || !long.TryParse(node[2], NumberStyles.None, CultureInfo.InvariantCulture, out long startedTicks)
        || ProcessLife.HasEnded(processId, startedTicks);
}
