using System.Text;
using Tidy.Build.Calls;

namespace Tidy.Build.Gates;

/// <summary>What this build has said already, across its nodes. Read and written under the start lock.</summary>
internal sealed class BuildMemory
{
    private const string Name = "build.said";

    private readonly string path;
    private readonly HashSet<string> lines = new(StringComparer.Ordinal);

    private BuildMemory(string path) => this.path = path;

    /// <param name="isNewBuild">Everything that the build has to say is new (<see cref="OpenBuild.IsNew"/>).</param>
    public static BuildMemory Load(BuildWorkspace workspace, bool isNewBuild)
    {
        var memory = new BuildMemory(workspace.State(Name));
        if (!isNewBuild)
            memory.lines.UnionWith(GateCheck.ReadText(memory.path)?.Split('\n').Where(l => l.Length > 0) ?? []);
        return memory;
    }

    /// <returns>False when this build has said it already.</returns>
    public bool IsFirstTime(string message) => lines.Add(message.Replace('\n', ' '));

    /// <summary>Where it cannot be written, something may be said twice.</summary>
    public void Save()
    {
        try
        {
            File.WriteAllText(path, string.Concat(lines.Select(l => l + "\n")), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As above.
        }
    }
}
