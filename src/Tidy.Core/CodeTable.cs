using Tidy.Core.Planning;

namespace Tidy.Core;

/// <summary>What each of <see cref="Codes"/> means: for SARIF rules, and the same words as <c>docs/codes.md</c>.</summary>
public static class CodeTable
{
    /// <summary>By code.</summary>
    public static IReadOnlyList<CodeInfo> All { get; } =
    [
        new(Codes.InUseQueued, FindingLevel.Warning, "In use; the file was put into the pending queue."),
        new(Codes.StillInUse, FindingLevel.Warning, "Still in use after another counted attempt."),
        new(Codes.Abandoned, FindingLevel.Warning, "Given up: the last attempt failed, or it was first seen too long ago. The file stays where it is."),
        new(Codes.StateDamaged, FindingLevel.Error, "Tidy's own state was damaged: queue, journal or state folder. The message says what was recovered, and from what."),
        new(Codes.WorkspaceBusy, FindingLevel.Error, "Another run, or another change of the queue, is at work in this workspace."),
        new(Codes.NeedsPerson, FindingLevel.Warning, "The queued file needs a person: rights are missing, the destination exists, or another cause that waiting does not cure."),
        new(Codes.LastAttempt, FindingLevel.Warning, "Still in use, and the next attempt is the last."),
        new(Codes.MovedFromQueue, FindingLevel.Note, "Moved from the queue; or the queued move ended by itself because its source is gone or changed hands."),

        new(Codes.Stray, FindingLevel.Error, "Out of place: a run would move it, remove it, compress it or write it anew."),
        new(Codes.NotAllowed, FindingLevel.Error, "With \"policy\": \"allowlist\": neither allowed at the root, nor does a rule say where it belongs."),
        new(Codes.Database, FindingLevel.Warning, "A database, or a copy of one. Built-in rules only report it."),
        new(Codes.Secret, FindingLevel.Warning, "It looks like a key, a certificate or a password file."),
        new(Codes.NotText, FindingLevel.Warning, "Its name is not valid text, so it is left alone."),
        new(Codes.SpecialFile, FindingLevel.Warning, "A pipe, socket or device: left alone."),
        new(Codes.Reported, FindingLevel.Warning, "A rule with \"action\": \"report\" names it."),
        new(Codes.MoveFailed, FindingLevel.Warning, "It could not be moved, for another reason than being in use. It is queued where a later try can help."),
        new(Codes.HeldByOwnBuild, FindingLevel.Note, "The run itself, or a process that started it, holds the file. It is left for the next run and not queued."),
        new(Codes.GitUnknown, FindingLevel.Warning, "Git could not say which files it tracks, so nothing was planned to move."),
        new(Codes.QueueUnwell, FindingLevel.Error, "The queue needs attention: unreadable, locked, too many or too old items, items that were given up, or runs that waited long for a lock."),
        new(Codes.RequiredMissing, FindingLevel.Error, "A file or folder that tidy.json requires is missing."),
        new(Codes.TruthSourceMissing, FindingLevel.Error, "A truth source is not in the documentation folder."),
        new(Codes.TruthSourceDivergent, FindingLevel.Error, "The root has another version of a truth source; the message shows the difference."),
        new(Codes.UnknownDocument, FindingLevel.Warning, "The documentation folder has an entry that nothing allows there."),
        new(Codes.BucketMissing, FindingLevel.Warning, "A bucket of the archive is missing."),
        new(Codes.Unreadable, FindingLevel.Warning, "A folder or file could not be read; nothing was planned for it or what is in it."),
        new(Codes.GrownOld, FindingLevel.Warning, "Files in the archive are older than the retention bound."),
        new(Codes.ForeignIndex, FindingLevel.Warning, "A file has the name of the archive index, but Tidy did not write it; it is left alone."),
        new(Codes.IndexBehind, FindingLevel.Warning, "Tracked files have moved, and git's index could not follow yet. Nothing is lost."),

        new(Codes.NotScheduled, FindingLevel.Error, "Nothing starts Tidy by itself here: there is no registration with a scheduler of the system."),
        new(Codes.SchedulerFailed, FindingLevel.Error, "A scheduler of the system refused, or a file of it could not be written. The rest was done all the same."),
        new(Codes.SchedulerMissing, FindingLevel.Error, "The scheduler that was asked for cannot be used here, or none can."),
        new(Codes.WorkspaceListDamaged, FindingLevel.Error, "The list of registered workspaces cannot be read. It was left as it is."),
        new(Codes.WillNotRun, FindingLevel.Error, "It is registered, yet it will not run: the message says what is missing."),
        new(Codes.MayNotRun, FindingLevel.Warning, "It is registered, and will not run as often as one may think; or it runs another tool than this one."),
        new(Codes.WorkspaceNotServed, FindingLevel.Warning, "A registered workspace could not be tidied by the schedule: it is missing, broken, or its run failed. The others were served."),
        new(Codes.ScheduleBusy, FindingLevel.Note, "Another run of the schedule is at work; this one had nothing to do."),
        new(Codes.NotDelivered, FindingLevel.Warning, "A notice, or another delivery, was not taken by its receiver. It is kept and tried again later; the run itself is not touched by it."),
        new(Codes.SecretInSettings, FindingLevel.Error, "settings.json has a password or a token in it. Secrets come from the environment only."),
        new(Codes.NobodyToTell, FindingLevel.Error, "Nobody is to be told: settings.json is not there, or has no channel in notify."),
        new(Codes.TelemetryMisconfigured, FindingLevel.Error, "Metrics cannot be sent as configured: no collector is named, or a variable of OpenTelemetry cannot be used."),
        new(Codes.TelemetryNotTaken, FindingLevel.Error, "The collector did not take the metrics. Nothing is lost: the next push has all of it."),
        new(Codes.WorkspaceUnmeasured, FindingLevel.Warning, "A workspace has no metrics but tidy_up 0, for its configuration or state cannot be read."),
        new(Codes.DashboardMissing, FindingLevel.Error, "The dashboard is not beside this tool: the package Tidy.Build has the tool without it."),
        new(Codes.DashboardNotStarted, FindingLevel.Error, "The dashboard did not start, or ended by itself: the ASP.NET Core run time is missing, or the port is taken."),
        new(Codes.DashboardRefused, FindingLevel.Error, "The dashboard refused a request: not by a link of its own, not from its own page, or not by its own name."),
        new(Codes.AlreadyWatched, FindingLevel.Error, "Another watch is at work in this workspace."),
        new(Codes.WatchLimited, FindingLevel.Warning, "The system does not tell the watch of all changes; it looks once a second instead."),
        new(Codes.WatchWaits, FindingLevel.Note, "Another run has the workspace; the watch goes on when that is done."),
        new(Codes.WatchLost, FindingLevel.Error, "The folder of the workspace is gone, so there is nothing to watch."),
        new(Codes.ConfigKept, FindingLevel.Warning, "tidy.json changed and cannot be used; what was in force before stays in force."),

        new(Codes.Usage, FindingLevel.Error, "The command line is wrong; or an item was left as it is because the command does not fit its status."),
        new(Codes.BadConfig, FindingLevel.Error, "A mistake in tidy.json, with line and column."),
        new(Codes.PathRefused, FindingLevel.Error, "A path is refused: it leaves the workspace, goes through a link, or is not one that Tidy may touch."),
        new(Codes.OverLimits, FindingLevel.Error, "The plan is beyond limits; nothing was moved."),
        new(Codes.StalePlan, FindingLevel.Error, "A plan file cannot be used, or an entry of it no longer fits the workspace."),
        new(Codes.LockingUnsafe, FindingLevel.Error, "File locks do not work here, so two runs could not be kept apart; nothing was done."),
        new(Codes.NewerSchema, FindingLevel.Error, "A newer version wrote the queue, or tidy.json. It was left untouched."),
        new(Codes.QueueFull, FindingLevel.Error, "The queue is full (queue.maxItems, queue.maxBytes); the file was not queued and stays where it is."),
        new(Codes.PhaseFailed, FindingLevel.Error, "A phase failed; the run went on with the next."),
        new(Codes.UndoRefused, FindingLevel.Warning, "undo left a file where it is: it changed since, is gone, or its old place is taken."),
        new(Codes.Unexpected, FindingLevel.Error, "Unexpected: a defect of Tidy, or a system error nobody thought of."),
        new(Codes.Cancelled, FindingLevel.Error, "Cancelled. What was moved until then is in the journal."),
        new(Codes.ToolNotStarted, FindingLevel.Warning, "The tool that a build starts is not there, does not start (no .NET 10 run time), or ended before it was done."),
        new(Codes.VersionSkew, FindingLevel.Note, "Package, Tidy.targets and tool have different versions."),
    ];

    /// <returns>The place of a code in <see cref="All"/>.</returns>
    public static int IndexOf(string code)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (All[i].Code == code)
                return i;
        }

        throw new ArgumentException($"'{code}' is no code of this version.", nameof(code));
    }

    public static FindingLevel LevelOf(string code) => All[IndexOf(code)].Level;
}
