using Tidy.Core.Planning;

namespace Tidy.Core.Tests;

/// <summary>
/// A run with every action: a folder's content moves away and the folder goes, a file that arrived is compressed, a folder and a file are
/// made, one index is replaced and another written for the first time; and of a file that arrived it turns out that it is there already.
/// </summary>
internal sealed class ActionScene : IDisposable
{
    public const string NoRules = """{ "version": 1 }""";

    /// <summary>
    /// Without the probe: a run here moves what it has just written, and a process that another test is starting has, until its exec, copies of
    /// all our open files, so that the file is "in use" for a moment.
    /// </summary>
    private const string NoProbe = """{ "version": 1, "inUse": "off" }""";

    /// <summary>What must be somewhere, once, whatever happens: the payload, unpacked.</summary>
    public static readonly string[] Payload = ["one one one", "three", "two"];

    public ActionScene()
    {
        Bench.Write("old/inner/a.txt", Payload[0]);
        Bench.Write("old/b.txt", Payload[2]);
        Bench.Write("twin.txt", Payload[1]);
        Bench.Write("archive/kept.txt", Payload[1]);
        Bench.Write("archive/INDEX.md", "the old index");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Bench.At("old/inner/a.txt"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
            File.SetUnixFileMode(Bench.At("twin.txt"), UnixFileMode.UserRead);
            File.SetUnixFileMode(Bench.At("archive/INDEX.md"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.SetUnixFileMode(Bench.At("old/inner"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (string file in new[] { "old/inner/a.txt", "archive/INDEX.md", "twin.txt" })
            File.SetLastWriteTimeUtc(Bench.At(file), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        Before = Tree();
    }

    public Workbench Bench { get; } = new(NoProbe);

    public IReadOnlyList<string> Before { get; }

    public IReadOnlyList<string> Tree() => TreeSnapshot.OfTree(Bench.Root.FullPath);

    public PlanEntry[] Plan() =>
    [
        Entries.WriteIndex(Bench, "archive/INDEX.md", "the new index"), // carried out after all else, wherever it is in the plan
        Entries.Move(Bench, "old/inner/a.txt", "archive/x/a.txt"),
        Entries.Move(Bench, "old/b.txt", "archive/b.txt"),
        Entries.RemoveEmptyDir(Bench, "old/inner"),
        Entries.RemoveEmptyDir(Bench, "old"),
        Entries.Compress(Bench, "archive/x/a.txt", arrivesFrom: "old/inner/a.txt"),
        Entries.Move(Bench, "twin.txt", "archive/twin.txt"),
        Entries.RemoveDuplicate(Bench, "archive/twin.txt", "archive/kept.txt", arrivesFrom: "twin.txt"),
        Entries.CreateDir("made/deeper"),
        Entries.CreateFile("made/README.md", "read me"),
        Entries.WriteIndex(Bench, "archive/x/INDEX.md", "the first index"),
    ];

    public void Dispose() => Bench.Dispose();
}
