namespace Tidy.Reliability.Tests.Hostile;

/// <summary>One way to fill a workspace.</summary>
internal sealed record HostileScene(string Name, Action<HostileDisk> Fill)
{
    public static readonly HostileScene[] All =
    [
        new("names of files", static disk => Files(disk.Raw, RawNames.All)),
        new("names of folders", static disk => Folders(disk.Raw)),
        new("names that are taken", static disk =>
        {
            Files(disk.Raw, RawNames.All);
            Files(disk.Raw.Folder("archive").Folder("all"), RawNames.All, "older");
        }),
        new("links", static disk => Links(disk.Raw)),
        new("links where files go", static disk =>
        {
            disk.Raw.File("a.log", "a").File("b.txt", "b");
            disk.Raw.Folder("archive").Link("all", "../../outside");
        }),
        new("the archive is a link", static disk => disk.Raw.File("a.log", "a").Link("archive", "../outside")),
        new("the archive is a file", static disk => disk.Raw.File("a.log", "a").File("archive", "not a folder")),
        new("the archive is a loop", static disk => disk.Raw.File("a.log", "a").Link("archive", "archive")),
        new("the state is a link", static disk => disk.Raw.File("a.log", "a").Link(".autonomous_runs", "../outside")),
        new("the state is a file", static disk => disk.Raw.File("a.log", "a").File(".autonomous_runs", "x")),
        new("the state inside is a link", static disk => disk.Raw.File("a.log", "a").Folder(".autonomous_runs").Link("tidy", "../../outside")),
        new("the queue is a link", static disk => disk.Raw.File("a.log", "a").Folder(".autonomous_runs").Link("tidy_pending_moves.json", "../../outside/kept.txt")),
        new("the queue is a pipe", static disk => disk.Raw.File("a.log", "a").Folder(".autonomous_runs").MakePipe("tidy_pending_moves.json")),
        new("the locks are pipes", static disk => disk.Raw.File("a.log", "a").Folder(".autonomous_runs").Folder("tidy").MakePipe("run.lock").MakePipe("queue.lock")),
        new("the runs are links", static disk => disk.Raw.File("a.log", "a").Folder(".autonomous_runs").Folder("tidy").Folder("runs").Link("20260101-000000000-beef.open", "../../../../outside")),
        new("pipes, sockets and devices", static disk => Specials(disk.Raw)),
        new("nobody may read it", static disk => Closed(disk.Raw)),
        new("deeper than a path is long", static disk =>
        {
            disk.Raw.Folder("deep.log").Deep([.. Enumerable.Repeat((byte)'d', 200)], 30, "end.log");
            disk.Raw.Folder("archive").Folder("old").Deep([.. Enumerable.Repeat((byte)'d', 200)], 30, "end.log");
        }),
        new("a file of a terabyte", static disk =>
        {
            using FileStream sparse = new(Path.Combine(disk.Inside, "huge.log"), FileMode.CreateNew);
            sparse.SetLength(1L << 40);
        }),
        new("thousands of links", static disk =>
        {
            for (int i = 0; i < 2000; i++)
                disk.Raw.Link($"l{i}.log", i % 2 == 0 ? $"l{(i + 1) % 2000}.log" : "../outside/kept.txt");
        }),
        new("years that no calendar has", static disk =>
        {
            disk.Raw.File("old.log", "old").File("new.log", "new");
            File.SetLastWriteTimeUtc(Path.Combine(disk.Inside, "old.log"), DateTime.UnixEpoch.AddYears(-60));
            File.SetLastWriteTimeUtc(Path.Combine(disk.Inside, "new.log"), DateTime.UnixEpoch.AddYears(400));
        }),
    ];

    public override string ToString() => Name;

    private static void Files(RawFolder folder, byte[][] names, string what = "content")
    {
        for (int i = 0; i < names.Length; i++)
            folder.File(names[i], System.Text.Encoding.ASCII.GetBytes($"{what} {i}"));
    }

    private static void Folders(RawFolder folder)
    {
        for (int i = 0; i < RawNames.All.Length; i++)
            folder.Folder(RawNames.All[i]).File(RawNames.All[(i + 7) % RawNames.All.Length], System.Text.Encoding.ASCII.GetBytes($"content {i}"));
    }

    private static void Links(RawFolder folder)
    {
        folder.Link("self.log", "self.log").Link("one.log", "two.log").Link("two.log", "one.log").Link("gone.log", "nowhere").Link("file.log", "../outside/kept.txt")
            .Link("folder", "../outside").Link("here", ".").Link("up", "..").Link("top", "/").Link("absolute.log", "/etc/hostname").Link("endless.csproj", "/dev/zero").Link("loop.sln", "loop.sln")
            .Link([0xFF, (byte)'l'], [0xFE, (byte)'t']).Link("x.db-wal", "../outside/kept.txt").File("x.db", "db").File("real.log", "real");
        folder.Folder("archive").Link("folder", "../../outside").Link("file.log", "../../outside/kept.txt").Link("ARCHIVE_INDEX.json", "../../outside/kept.txt");
        folder.Folder("docs").Link("BUILD_HISTORY.md", "../../outside/kept.txt").Link("sub", "../../outside/sub");
        folder.File("BUILD_HISTORY.md", "other");
        folder.Folder(".autonomous_runs").Link("project", "../../outside").Folder("r1").Link("sub", "../../../outside");
    }

    private static void Specials(RawFolder folder)
    {
        folder.MakePipe("pipe.log").MakeSocket("socket.log").MakePipe("app.csproj").MakePipe("Directory.Build.props").MakePipe("x.db-wal").File("x.db", "db").MakePipe("BUILD_HISTORY.md").MakePipe(".gitignore")
            .File("real.log", "real");
        if (Environment.UserName == "root")
            folder.MakeDevice("device.log");
        folder.Folder("with.log").MakePipe("pipe").File("file", "f");
        folder.Folder("archive").MakePipe("ARCHIVE_INDEX.json").MakePipe("ARCHIVE_INDEX.md").MakePipe("a.log").MakePipe("b.log").MakePipe(".gitignore");
        folder.Folder("docs").MakePipe("BUILD_HISTORY.md").MakePipe("other.md");
        folder.Folder(".autonomous_runs").Folder("r1").MakePipe("pipe.log");
        folder.Folder("from").MakePipe("pipe");
    }

    private static void Closed(RawFolder folder)
    {
        folder.File("closed.log", "closed").Mode("closed.log", 0).File("app.csproj", "<Project/>").Mode("app.csproj", 0).File("real.log", "real");
        folder.Folder("inside.log").File("f", "f");
        folder.Mode("inside.log", 0);
        folder.Folder("archive").Folder("closed").File("f", "f");
        folder.Folder("archive").Mode("closed", 0);
    }
}
