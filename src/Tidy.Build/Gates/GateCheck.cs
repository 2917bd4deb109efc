using System.Diagnostics;
using System.Text;
using Tidy.Build.Calls;
using Tidy.Core.Builds;

namespace Tidy.Build.Gates;

/// <summary>Decides with a few looks at the disk whether anything can be due. When in doubt it is.</summary>
internal sealed class GateCheck(BuildCall call, DateTime utcNow)
{
    /// <summary>A clock that was set back makes every time of the gate doubtful; so little of it is only noise.</summary>
    private static readonly TimeSpan ClockNoise = TimeSpan.FromSeconds(2);

    private readonly BuildWorkspace workspace = call.Workspace;

    public GateVerdict Verdict()
    {
        if (!call.Applies)
            return GateVerdict.NotDue;
        GateStamp queue = GateStamp.Of(workspace.QueueFile);
        if (call.Hook == BuildHook.BeforeBuild && queue.Equals(GateStamp.Missing))
            return GateVerdict.NotDue;
        if (Read(workspace.State(GateFile.Name)) is not { } gate || utcNow.Ticks < gate.StampedAt - ClockNoise.Ticks || !gate.Queue.Matches(queue))
            return GateVerdict.Due;
        if (MovesQueuedFiles && IsQueueDue(gate))
            return GateVerdict.Due;
        if (call.Hook == BuildHook.BeforeBuild)
            return GateVerdict.NotDue;
        bool isDue = gate.Call != call.Key || utcNow.Ticks >= gate.DueAt || gate.Watched.Any(w => !GateStamp.Of(w.Key).Matches(w.Value));
        // Who asks gets an answer in each build, even if it is the same one.
        return isDue ? GateVerdict.Due : gate.SaysAgain || call.Hook == BuildHook.OnDemand ? GateVerdict.SaysAgain : GateVerdict.NotDue;
    }

    /// <returns>Null when there is none that can be read.</returns>
    public static GateFile? Read(string path) => ReadText(path) is { } text ? GateFile.Parse(text) : null;

    public static string? ReadText(string path)
    {
        try
        {
            // Shared in every way: the tool may be writing it.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private bool MovesQueuedFiles => call.Mode is TidyMode.Apply or TidyMode.Retry;

    private bool IsQueueDue(GateFile gate) => utcNow.Ticks >= gate.QueueDueAt || gate.Holders.Any(HasEnded);

    private static bool HasEnded(GateHolder holder)
    {
        try
        {
            using var process = Process.GetProcessById(holder.ProcessId);
            // The system uses a process id again; start times are known to a hundredth of a second at worst.
            return holder.StartedTicks != 0 && Math.Abs(process.StartTime.ToUniversalTime().Ticks - holder.StartedTicks) > ClockNoise.Ticks;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or NotSupportedException)
        {
            return false; // It runs, and does not let us look.
        }
    }
}
