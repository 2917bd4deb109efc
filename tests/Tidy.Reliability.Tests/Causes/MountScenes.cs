namespace Tidy.Reliability.Tests.Causes;

/// <summary>Mount points, read-only and full file systems, and moves between two.</summary>
internal static class MountScenes
{
    private const int EBUSY = 16, EXDEV = 18, ENOSPC = 28, EROFS = 30;

    private const string Box = "mkdir box && mount -t tmpfs -o size=256k tmpfs box";
    private const string Logs = "mkdir -p archive/logs && mount -t tmpfs -o size=256k tmpfs archive/logs";

    /// <summary>A file system of ext4 with not a block left.</summary>
    private const string FullDisk =
        """
        mkdir box .autonomous_runs && cd .autonomous_runs
        truncate -s 1M disk && mkfs.ext4 -qF -O ^has_journal -m 0 disk && mount -o loop disk ../box && cd ..
        mkdir box/from box/to && echo content > box/from/a.log && ! cat /dev/zero > box/full 2>/dev/null
        """;

    private const string ToBox = """{ "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "box/to/" } ] }""";

    private const string FromBox = """{ "version": 1, "migrations": [ { "from": "box/from/", "to": "to/" } ] }""";

    public static IEnumerable<Scene> All { get; } =
    [
        Mounted("read-only, source and destination on it", $"{Box} && mkdir box/from box/to && echo content > box/from/a.log && mount -o remount,ro box",
            Told.Refused("read_only_fs", EROFS, "EROFS (errno 30)")).Moving("box/from/a.log", "box/to/a.log") with { Relieve = "mount -o remount,rw box" },
        Mounted("read-only source, to another volume", $"{Box} && mkdir box/from to && echo content > box/from/a.log && mount -o remount,ro box",
            Told.Refused("read_only_fs", EXDEV, "from' is on a read-only file system")).Moving("box/from/a.log", "to/a.log")
            with { Config = FromBox, Relieve = "mount -o remount,rw box" },
        Mounted("destination on a read-only volume", $"{Logs} && echo content > a.log && mount -o remount,ro archive/logs",
            Told.Refused("read_only_fs", EXDEV, "archive/logs' is on a read-only file system")) with { Relieve = "mount -o remount,rw archive/logs" },
        Mounted("folder that is a mount point", "mkdir old && echo under > old/under.txt && mount -t tmpfs -o size=256k tmpfs old && echo content > old/in.txt",
            Told.Busy(EBUSY, "EBUSY (errno 16)", "old' is a mount point")).Moving("old", "archive/logs/old") with { Relieve = "umount old" },
        Mounted("file that another is mounted on", "echo content > a.log && echo other > other && mount --bind other a.log",
            Told.Busy(EBUSY, "EBUSY (errno 16)", "a.log' is a mount point")) with { Relieve = "umount a.log" },
        Mounted("to a bind mount of the same file system", "mkdir -p archive/logs .autonomous_runs/elsewhere && mount --bind .autonomous_runs/elsewhere archive/logs && echo content > a.log", Told.Moved),
        Mounted("file to another volume", $"{Logs} && echo content > a.log", Told.Moved),
        Mounted("folder to another volume", $"{Logs} && mkdir old && echo content > old/in.txt",
            Told.Refused("cross_device", EXDEV, "EXDEV (errno 18)", "only files are copied across volumes")).Moving("old", "archive/logs/old") with { Relieve = "umount archive/logs" },
        Mounted("file to a full volume", $"{Logs} && head -c 300000 /dev/urandom > a.log", Told.Refused("disk_full", ENOSPC, "ENOSPC (errno 28)"))
            with { Relieve = "mount -o remount,size=1m archive/logs", Remedy = Remedy.Retry },
        Mounted("renamed on a full ext4", FullDisk, Told.Moved).Moving("box/from/a.log", "box/to/a.log"),
        Mounted("copied to a full ext4", $"{FullDisk}\nhead -c 100000 /dev/urandom > a.log", Told.Refused("disk_full", ENOSPC, "ENOSPC (errno 28)"))
            .Moving("a.log", "box/to/a.log") with { Config = ToBox, Relieve = "rm box/full", Remedy = Remedy.Retry },
    ];

    private static Scene Mounted(string name, string arrange, Told told) => new("mounts: " + name, arrange, told) { NeedsRoot = true };
}
