using Tidy.Build.Calls;
using Tidy.Core;

namespace Tidy.Build.Relay;

/// <summary>What a run did, for the one line at its end.</summary>
internal sealed class RunCounts(BuildCall call)
{
    private int moved;
    private int others;
    private int inUse;
    private int notMoved;
    private int planned;

    /// <summary>The plan was made: configuration and command line were right.</summary>
    public bool HasStarted { get; set; }

    public void Count(string? status, string? code, string? action)
    {
        if (status is "moved" or "removed")
        {
            bool isMove = action is null or "move" or "remove_duplicate";
            moved += isMove ? 1 : 0;
            others += isMove ? 0 : 1;
        }

        planned += status == "planned" && (code == Codes.Stray || call.Mode == TidyMode.Report) ? 1 : 0;
        bool waits = status == "queued" && code is Codes.InUseQueued or Codes.StillInUse or Codes.LastAttempt;
        inUse += waits ? 1 : 0;
        notMoved += status is "failed" or "stale" || (status == "queued" && !waits) ? 1 : 0;
    }

    /// <returns>Null when nothing happened.</returns>
    public string? Summary()
    {
        if (!HasStarted)
            return null;
        if (call.Mode == TidyMode.Report)
            return planned == 0 ? null : $"Tidy: {Files(planned)} out of place; nothing was moved. {Next()}";
        if (moved + others + inUse + notMoved > 0)
            return $"Tidy: {Files(moved)} moved{Rest()}.{(moved + others > 0 ? " 'dotnet tidy undo' puts them back." : "")}";
        if (call.Hook != BuildHook.OnDemand)
            return null;
        return call.Mode == TidyMode.Verify ? VerifySummary() : "Tidy: nothing to move.";
    }

    private string Next() => call.Workspace.HasConfiguration
        ? "'dotnet tidy plan' shows them; once a person has run 'dotnet tidy apply' in this clone, builds move them."
        : "'dotnet tidy plan' shows them; 'dotnet tidy init' lets builds move them, TidyEnabled=false ends this message.";

    private string VerifySummary() => planned == 0 ? "Tidy: nothing is out of place." : $"Tidy: {Files(planned)} out of place.";

    /// <summary>Other changes: a folder that went, a file that was written or compressed.</summary>
    private string Rest() => (others == 0 ? "" : others == 1 ? ", 1 other change" : $", {others} other changes")
        + (inUse == 0 ? "" : $", {inUse} in use and queued")
        + (notMoved == 0 ? "" : $", {notMoved} could not be moved");

    private static string Files(int count) => count == 1 ? "1 file" : $"{count} files";
}
