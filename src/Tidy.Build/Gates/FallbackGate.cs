using System.Text;
using Tidy.Build.Calls;
using Tidy.Core.Builds;

namespace Tidy.Build.Gates;

/// <summary>
/// The gate after a tool that could not leave one: it did not start, or its configuration is broken. The next calls of this build need not try
/// the same again; the next build does, and so does the first call after a change.
/// </summary>
internal static class FallbackGate
{
    /// <summary>A mode that only retries has no call after a build that would try again.</summary>
    private static readonly TimeSpan QueuePause = TimeSpan.FromSeconds(10);

    public static void Write(BuildCall call, DateTime utcNow)
    {
        string[] watched = [call.Workspace.Root, call.Workspace.ConfigFile];
        var gate = new GateFile
        {
            Call = call.Hook == BuildHook.BeforeBuild ? null : call.Key,
            SaysAgain = true,
            StampedAt = utcNow.Ticks,
            Watched = [.. watched.Select(p => new KeyValuePair<string, GateStamp>(p, GateStamp.Of(p)))],
            Queue = GateStamp.Of(call.Workspace.QueueFile),
            QueueDueAt = (utcNow + QueuePause).Ticks,
        };
        try
        {
            File.WriteAllText(call.Workspace.State(GateFile.Name), gate.Format(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then there is no gate, and the next call tries again.
        }
    }
}
