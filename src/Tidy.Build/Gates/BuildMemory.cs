using System.Globalization;
using System.Text;
using Tidy.Build.Calls;

namespace Tidy.Build.Gates;

/// <summary>
/// What this build has said already, across its nodes. Nothing tells a task which build it belongs to; but in one build a project with the
/// same global properties is called once, so the second call of one is another build. Read and written under the start lock.
/// </summary>
internal sealed class BuildMemory
{
    private const string Name = "build.said";

    /// <summary>After so long without a call the next one is of another build.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly string path;
    private readonly DateTime utcNow;
    private readonly HashSet<string> lines = new(StringComparer.Ordinal);

    private BuildMemory(string path, DateTime utcNow)
    {
        this.path = path;
        this.utcNow = utcNow;
        string[] read = GateCheck.ReadText(path)?.Split('\n') ?? [];
        bool isRecent = long.TryParse(read.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out long savedTicks)
            && Math.Abs(utcNow.Ticks - savedTicks) < Lifetime.Ticks;
        if (isRecent)
            lines.UnionWith(read.Skip(1).Where(l => l.Length > 0));
    }

    public static BuildMemory Load(BuildWorkspace workspace, DateTime utcNow) => new(workspace.State(Name), utcNow);

    /// <summary>Takes the call down.</summary>
    /// <returns>It is the first call of a build: everything that build has to say is new.</returns>
    public bool IsNewBuild(string call)
    {
        bool isFirst = lines.Count == 0;
        if (lines.Add("call " + call))
            return isFirst;
        lines.Clear();
        lines.Add("call " + call);
        return true;
    }

    /// <returns>False when this build has said it already.</returns>
    public bool IsFirstTime(string message) => lines.Add("said " + message.Replace('\n', ' '));

    /// <summary>Where it cannot be written, something may be said twice.</summary>
    public void Save()
    {
        try
        {
            File.WriteAllText(path, utcNow.Ticks.ToString(CultureInfo.InvariantCulture) + "\n" + string.Join("\n", lines) + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As above.
        }
    }
}
