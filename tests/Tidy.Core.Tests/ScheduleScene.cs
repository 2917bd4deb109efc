using Tidy.Core.Holders;
using Tidy.Core.Platform;
using Tidy.Core.Scheduling;
using Tidy.Core.Settings;

namespace Tidy.Core.Tests;

/// <summary>A person's schedule on a system that is played, and files in a temporary folder that are not.</summary>
internal sealed class ScheduleScene : IDisposable
{
    private readonly TemporaryWorkspace home = new();

    public ScheduleScene(OsFamily family = OsFamily.Linux)
    {
        Place = new SchedulerPlace
        {
            Family = family,
            Folder = UserFolder.At(home.At("share/tidy-build")),
            Home = home.FullPath,
            ConfigFolder = home.At("config"),
            UserName = "ann",
            Account = @"PC\ann",
            UserId = 501,
            ProcFolder = home.At("proc"),
            LingerFolder = home.At("linger"),
            SystemFolder = @"C:\Windows\System32",
        };
        System = new PlayedSchedulers { UnitFolder = home.At("config/systemd/user") };
        home.Write("proc/1/comm", "init\n");
        home.Write("proc/17/comm", "cron\n");
        home.Write("proc/self/comm", "cron\n");
        home.Write("linger/ann", "");
        Tool = new ToolCommand(home.Write("tools/dotnet-tidy"), [], new Dictionary<string, string>()) { SurvivesUpdates = true };
        Workspace = Path.GetDirectoryName(home.Write("shop/tidy.json", "{}"))!;
    }

    /// <summary>The scheduler of this name, on a system that has it.</summary>
    public static ScheduleScene Of(string scheduler) => new(scheduler switch
    {
        "schtasks" => OsFamily.Windows,
        "launchd" => OsFamily.MacOS,
        _ => OsFamily.Linux,
    });

    public SchedulerPlace Place { get; }

    public PlayedSchedulers System { get; }

    public ManualClock Clock { get; } = new();

    public ToolCommand Tool { get; set; }

    /// <summary>With a configuration.</summary>
    public string Workspace { get; }

    public RunServices Services => new() { Files = OsFiles.Current, Processes = Processes.Current, Clock = Clock };

    public Schedule Schedule => new(Place, Tool, System, Services);

    public WorkspaceRegistry Registry => new(Place.Folder, OsFiles.Current, Clock);

    public ScheduleRunLog Log => new(Place.Folder, OsFiles.Current, Clock);

    public string At(string relative) => home.At(relative);

    public string Write(string relative, string content = "content") => home.Write(relative, content);

    public ScheduleChange Install(string? backend = null, string? at = null, bool? atLogon = null, string? workspace = null)
    {
        DailyTime? time = at is null ? null : DailyTime.TryParse(at, out DailyTime parsed) ? parsed : throw new AssertFailedException(at);
        return Schedule.Install(workspace ?? Workspace, new ScheduleWish(backend, time, atLogon), preview: false);
    }

    /// <summary>Names, bytes and times of all that is there.</summary>
    public List<string> Everything() => [.. TreeSnapshot.Of(home.FullPath)];

    public Registration StateOf(string scheduler) => Schedule.Status().Schedulers.Single(s => s.Name == scheduler).State;

    public void Dispose() => home.Dispose();
}
