namespace Tidy.Reliability.Tests.Causes;

/// <summary>Somebody has it open, or only seems to. Linux would let each of these renames through.</summary>
internal static class HeldScenes
{
    private const string OtherVolume = "mkdir -p archive/logs && mount -t tmpfs -o size=256k tmpfs archive/logs && echo content > a.log";

    public static IEnumerable<Scene> All { get; } =
    [
        File("FileShare.None", "none"),
        File("FileShare.None for writing", "lock-dotnet"),
        File("flock, shared: FileShare.Read and ReadWrite", "flock-shared"),
        File("flock, exclusive", "flock"),
        File("POSIX lock", "posix"),
        File("open file description lock", "ofd"),
        File("open for reading", "read"),
        File("open for reading and writing", "write"),
        File("open for appending", "append"),
        File("mapped, its handle closed", "mmap"),
        File("running program", "run") with { Arrange = "cp /bin/cat a.log" },
        Folder("folder with a locked file in it", "flock", "old/in/deep.txt", Told.Held),
        Folder("folder that is a process's current one: moves, as the system has it", "cwd", "old/in", Told.Moved),
        Across("to another volume, flock exclusive", "flock"),
        Across("to another volume, flock shared", "flock-shared"),
        Across("to another volume, POSIX lock", "posix"),
        Across("to another volume, open for writing", "write"),
    ];

    private static Scene File(string name, string mode) =>
        new("held: " + name, "echo content > a.log", Told.Held) { HoldMode = mode, Held = "a.log" };

    private static Scene Folder(string name, string mode, string held, Told told) =>
        new Scene("held: " + name, "mkdir -p old/in && echo content > old/in/deep.txt", told) { HoldMode = mode, Held = held }.Moving("old", "archive/logs/old");

    private static Scene Across(string name, string mode) => File(name, mode) with { Arrange = OtherVolume, NeedsRoot = true };
}
