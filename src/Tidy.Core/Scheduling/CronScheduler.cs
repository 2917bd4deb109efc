using Tidy.Core.Planning;
using Tidy.Core.Platform;

namespace Tidy.Core.Scheduling;

/// <summary>Lines in the person's crontab.</summary>
internal sealed class CronScheduler(SchedulerPlace place, ISystemCommands commands) : IScheduler
{
    public const string CronName = "cron";

    private const string Program = "crontab";

    /// <summary>As their processes are called.</summary>
    private static readonly string[] Daemons = ["cron", "crond", "fcron"];

    /// <summary>How an empty one is said, in the C locale: vixie cron, cronie and macOS; busybox.</summary>
    private static readonly string[] Empty = ["no crontab for", "No such file or directory"];

    private static readonly IReadOnlyDictionary<string, string> Plain = new Dictionary<string, string> { ["LC_ALL"] = "C" };

    public string Name => CronName;

    public string LogonWords => "when the machine starts";

    public string? WhyNot() => commands.Has(Program) ? null : "there is no crontab program";

    public IReadOnlyList<ScheduleStep> StepsToInstall(WantedSchedule wanted) => [Write(Edited(crontab => CronBlock.With(crontab, wanted)))];

    public IReadOnlyList<ScheduleStep> StepsToRemove()
    {
        if (WhyNot() is not null)
            return [];
        byte[] before = Read();
        byte[] after = Edited(CronBlock.Without);
        if (before.Length == after.Length)
            return [];
        return [after.Length == 0 ? new ProgramRun(new SystemCommand(Program, "-r")) : Write(after)];
    }

    public SchedulerLook Look(WantedSchedule? wanted)
    {
        if (WhyNot() is not null)
            return new SchedulerLook(Registration.None);
        string? block = null;
        Edited(crontab =>
        {
            block = CronBlock.In(crontab);
            return crontab;
        });
        if (block is null)
            return new SchedulerLook(Registration.None);
        Registration state = wanted is not null && block == CronBlock.TextOf(wanted) ? Registration.AsWanted : Registration.Other;
        return new SchedulerLook(state, [.. Problems()]);
    }

    /// <summary>On macOS the system itself starts the daemon when there is a crontab.</summary>
    private IEnumerable<Finding> Problems()
    {
        if (place.Family == OsFamily.Linux && !IsDaemonRunning())
            yield return SchedulerLook.WillNotRun("The lines are in the crontab, but no cron daemon runs on this machine.", "Start it, e.g. 'sudo service cron start', and have it start with the machine.");
        yield return SchedulerLook.MayNotRun("cron does not make up for a time at which the machine was off or asleep.", "The start with the machine does that in part.") with { Level = FindingLevel.Note };
    }

    /// <summary>Where others' processes are hidden (hidepid of proc(5)) nobody can tell, and nothing is claimed.</summary>
    private bool IsDaemonRunning()
    {
        if (!Directory.Exists(Path.Combine(place.ProcFolder, "1")))
            return true;
        foreach (string process in Directory.EnumerateDirectories(place.ProcFolder))
        {
            if (char.IsAsciiDigit(Path.GetFileName(process)[0]) && Daemons.Contains(NameOf(process), StringComparer.Ordinal))
                return true;
        }

        return false;
    }

    private static string NameOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "comm")).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // it has ended
        }
    }

    private byte[] Edited(Func<byte[], byte[]> edit)
    {
        try
        {
            return edit(Read());
        }
        catch (FormatException e)
        {
            throw new TidyException(Codes.SchedulerFailed, ExitCode.Unexpected, $"Your crontab was left as it is: {e.Message}. Correct it with 'crontab -e' and run this again.", e);
        }
    }

    /// <exception cref="TidyException">It cannot be read: to take that for an empty one would lose what is in it.</exception>
    private byte[] Read()
    {
        CommandAnswer answer = commands.Run(new SystemCommand(Program, "-l") { Environment = Plain });
        if (answer.IsGood)
            return answer.Output;
        if (answer.ExitCode is not null && Array.Exists(Empty, words => answer.Error.Contains(words, StringComparison.Ordinal)))
            return [];
        throw new TidyException(Codes.SchedulerFailed, ExitCode.Unexpected, $"Your crontab cannot be read, so it was left as it is: {answer.Complaint}");
    }

    private static ProgramRun Write(byte[] crontab) => new(new SystemCommand(Program, "-") { Input = crontab });
}
