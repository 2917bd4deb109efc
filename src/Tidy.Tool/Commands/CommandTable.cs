using McMaster.Extensions.CommandLineUtils;

namespace Tidy.Tool.Commands;

/// <summary>Every command, in the order in which the help shows them.</summary>
internal static class CommandTable
{
    /// <summary>The first words of commands with two.</summary>
    private static readonly CommandGroup[] Groups =
    [
        new("queue", "Look at and change the pending queue: files that were in use", "queue list"),
        new("schedule", "Have the system start Tidy by itself: when you log on, and daily", "schedule status"),
        new("notify", "Tell people, by mail, webhook or a command, when files are given up or need them", "notify status"),
        new("metrics", "Print metrics of workspaces, or send them to a collector", "metrics show"),
    ];

    public static readonly CommandEntry[] All =
    [
        new("plan", "Show what would move, and why; changes nothing (this is the default)", static app => new PlanCommand(app)) { IsRun = true },
        new("apply", "Carry the plan out; files in use are queued and moved later", static app => new ApplyCommand(app)) { IsRun = true },
        new("verify", "Is the workspace tidy? Changes nothing; exit code 1 when it is not", static app => new VerifyCommand(app)) { IsRun = true },
        new("retry", "Try queued files now, whatever their waiting time", static app => new RetryCommand(app)) { IsRun = true },
        new("watch", "Stay, and move new clutter when it has settled and files in use when they are free", static app => new WatchCommand(app)),
        new("undo", "Put back what a run moved (the last one, or RUN)", static app => new UndoCommand(app)) { IsRun = true },
        new("history", "List past runs, or show what one run did", static app => new HistoryCommand(app)),
        new("explain", "Say why a file would move, or why it would not", static app => new ExplainCommand(app)),
        new("init", "Propose a first tidy.json, write it when told so, and let builds apply it", static app => new InitCommand(app)),
        new("queue list", "List queued files: which attempt, who holds them, when they are tried next", static app => new QueueListCommand(app)),
        new("queue show", "Show all that is known about one item", static app => new QueueShowCommand(app)),
        new("queue stats", "Count items by status, reason and file type", static app => new QueueStatsCommand(app)),
        new("queue health", "Say whether the queue needs attention; exit code 1 when it does", static app => new QueueHealthCommand(app)),
        new("queue report", "Say what deserves attention first, and what to do about it", static app => new QueueReportCommand(app)),
        new("queue hold", "Set items aside until they are released", static app => new QueueHoldCommand(app)),
        new("queue release", "Let held items be tried again", static app => new QueueReleaseCommand(app)),
        new("queue drop", "Forget items; their files stay where they are", static app => new QueueDropCommand(app)),
        new("queue clear", "Forget all items, or all with one status", static app => new QueueClearCommand(app)),
        new("queue archive", "Take out items that ended long ago; their files stay where they are", static app => new QueueArchiveCommand(app)),
        new("schedule status", "Say whether Tidy will run by itself; exit code 1 when it will not", static app => new ScheduleStatusCommand(app)),
        new("schedule install", "Register this workspace, and Tidy with the system's scheduler", static app => new ScheduleInstallCommand(app)),
        new("schedule uninstall", "Take this workspace off; with the last one the registration goes", static app => new ScheduleUninstallCommand(app)),
        new("schedule run", "Tidy all registered workspaces; this is what the system starts", static app => new ScheduleRunCommand(app)),
        new("notify status", "Say who is told, and whether it arrives; exit code 1 when it does not", static app => new NotifyStatusCommand(app)),
        new("notify test", "Send a test to everybody who is told", static app => new NotifyTestCommand(app)),
        new("notify send", "Deliver now what was not delivered yet; exit code 1 when it is not taken", static app => new NotifySendCommand(app)),
        new("notify summary", "Show the summary of the week for all registered workspaces, or send it", static app => new NotifySummaryCommand(app)),
        new("metrics show", "Print metrics of the workspace as text, for Prometheus and what reads its format", static app => new MetricsShowCommand(app)),
        new("metrics push", "Send them to an OpenTelemetry collector now", static app => new MetricsPushCommand(app)),
        new("report", "Make a page of queue, runs and health for a browser; one file, e.g. for CI", static app => new ReportCommand(app)),
        new("dashboard", "Look at queue, runs and health in a browser, and act there", static app => new DashboardCommand(app)),
        new("locks", "Say who has files open", static app => new LocksCommand(app)),
        new("demo", "See the whole story in a temporary workspace; touches nothing of yours", static app => new DemoCommand(app)),
        new("demo-hold", "Hold a file open until stdin ends", static app => new DemoHoldCommand(app)) { IsHidden = true },
        new("deliver", "Deliver what runs left to tell; started by them", static app => new DeliverCommand(app)) { IsHidden = true },
    ];

    public static CommandEntry? Find(string name) => Array.Find(All, e => e.Name == name);

    /// <returns>Null when <paramref name="word"/> is not the first word of commands with two.</returns>
    public static CommandGroup? Group(string word) => Array.Find(Groups, g => g.Name == word);

    /// <summary>
    /// The whole command line with only <paramref name="used"/> built in full: the options of the others would cost more
    /// start-up time than most runs take.
    /// </summary>
    public static CommandLineApplication Register(CommandLineApplication root, CommandEntry? used, out TidyCommand? command)
    {
        CommandLineApplication? group = null; // the commands of one stand together
        command = null;
        foreach (CommandEntry entry in All)
        {
            CommandLineApplication parent = root;
            string name = entry.Name;
            if (name.IndexOf(' ') is > 0 and var space)
            {
                string word = name[..space];
                if (group?.Name != word)
                    group = root.Command(word, g => g.Description = Group(word)!.Description);
                parent = group;
                name = name[(space + 1)..];
            }

            CommandLineApplication app = parent.Command(name, static _ => { });
            app.Description = entry.Description;
            app.ShowInHelpText = !entry.IsHidden;
            if (ReferenceEquals(entry, used))
                command = entry.Build(app);
        }

        return root;
    }
}
