using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Activity;

/// <summary>
/// What the runs of a workspace did and waited for, a line each, the newest last: for metrics, for the timeline of an item, for what is
/// to be told. Nothing is decided by it, so a line is not flushed, and what cannot be written is left out.
/// </summary>
/// <remarks>
/// A run appends under the lock of the workspace. One that did not get that lock appends without it: should both write at the same moment, a
/// line may be lost, or torn, and a torn line is passed over.
/// </remarks>
public sealed class ActivityLog(WorkspaceRoot root, IOsFiles files, TimeProvider clock)
{
    public const string FileName = "activity.jsonl";

    /// <summary>Bytes beyond which it is cut down to its newer half; a line of a run without attempts has about 200.</summary>
    internal const int MaxBytes = 1 << 20;

    private readonly StateFile file = new(root, root.State(FileName), clock, files);

    /// <summary>Best effort: a full disk must not fail a run that has done its work.</summary>
    public void Append(RunActivity run)
    {
        try
        {
            StateFolder.Ensure(root, files);
            file.AppendLoosely(ActivityLine.Of(run).ToUtf8());
        }
        catch (TidyException)
        {
            // A statistic is missing; what happened is in the journal and in the queue.
        }
    }

    /// <summary>Cuts the log down when it has grown too large; only under the lock of the workspace.</summary>
    public void Trim()
    {
        if (!files.Stat(file.FullPath, out FileStat stat).IsOk || stat.Size <= MaxBytes)
            return;
        try
        {
            ActivityReading all = Read(out ActivityTotals before);
            int cut = all.Runs.Count / 2;
            ActivityTotals totals = all.Runs.Take(cut).Aggregate(before, static (sums, run) => sums.Plus(run));
            file.RemoveLeftovers();
            // Durably, for it is seldom: a power cut may cost the last lines, and not the sums of years.
            file.Replace([.. new ActivityLine { Totals = TotalsLine.Of(totals) }.ToUtf8(), .. all.Runs.Skip(cut).SelectMany(r => ActivityLine.Of(r).ToUtf8())]);
        }
        catch (TidyException)
        {
            // It stays long until the next run.
        }
    }

    /// <summary>Time and memory in the size of the file, which is bounded.</summary>
    /// <exception cref="TidyException">The file cannot be read.</exception>
    public ActivityReading Read() => Read(out _);

    /// <param name="before">The sums of what was cut away.</param>
    private ActivityReading Read(out ActivityTotals before)
    {
        byte[] content = file.Read() ?? [];
        List<RunActivity> runs = [];
        before = new ActivityTotals();
        foreach (Range range in content.AsSpan().Split((byte)'\n'))
        {
            ActivityLine? line = ActivityLine.Read(content.AsSpan(range));
            if (line is { Totals: { } totals })
                before = totals.ToTotals();
            else if (line?.ToRun() is { } run)
                runs.Add(run);
        }

        return new ActivityReading(runs.Aggregate(before, static (sums, run) => sums.Plus(run)), runs);
    }
}
