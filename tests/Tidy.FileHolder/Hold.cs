using System.IO.MemoryMappedFiles;

namespace Tidy.FileHolder;

/// <summary>A file or folder that is held until disposal.</summary>
internal sealed class Hold(int processId, params IDisposable[] held) : IDisposable
{
    public const string PortableModes = "read write append none lock-dotnet mmap run cwd read-loop";

    public static string Modes => PortableModes + (OperatingSystem.IsWindows() ? " share-delete" : " flock flock-shared posix ofd");

    /// <summary>The process that holds: this one, or the child of <c>run</c>.</summary>
    public int ProcessId { get; } = processId;

    /// <returns>Null when there is no such mode on this system.</returns>
    public static Hold? Open(string mode, string path, string[] arguments) => mode switch
    {
        "none" => Here(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None)),
        // The way the tool itself holds run.lock.
        "lock-dotnet" => Here(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)),
        "mmap" => Here(Map(path)),
        "read-loop" => Here(LoopingReader.Start(path)),
        "run" => Run(path, arguments),
        "cwd" => EnterFolder(path),
        _ => OperatingSystem.IsWindows() ? OpenOnWindows(mode, path) : OpenOnUnix(mode, path),
    };

    /// <summary>Gives locks back and keeps the file open.</summary>
    public void Unlock()
    {
        foreach (UnixFile file in held.OfType<UnixFile>())
            file.Unlock();
    }

    public void Dispose()
    {
        foreach (IDisposable one in held)
        {
            one.Dispose();
        }
    }

    private static Hold Here(params IDisposable[] held) => new(Environment.ProcessId, held);

    private static Hold? OpenOnWindows(string mode, string path) => mode switch
    {
        "read" => Here(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read)),
        "write" => Here(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite)),
        "append" => Here(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read)),
        // The only share under which Windows lets others rename and delete the file.
        "share-delete" => Here(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)),
        _ => null,
    };

    /// <summary>Not through FileStream, which would put a flock on the file: these are opened as any other program opens them.</summary>
    private static Hold? OpenOnUnix(string mode, string path) => mode switch
    {
        "read" => Here(UnixFile.Open(path, FileAccess.Read)),
        "write" => Here(UnixFile.Open(path, FileAccess.ReadWrite)),
        "append" => Here(UnixFile.Open(path, FileAccess.Write)),
        "flock" => Here(UnixFile.Open(path, FileAccess.Read).Flock(shared: false)),
        "flock-shared" => Here(UnixFile.Open(path, FileAccess.Read).Flock(shared: true)),
        "posix" => Here(UnixFile.Open(path, FileAccess.ReadWrite).PosixLock()),
        "ofd" => Here(UnixFile.Open(path, FileAccess.ReadWrite).OfdLock()),
        _ => null,
    };

    /// <summary>The view keeps the mapping; the file's own handle is closed.</summary>
    private static MemoryMappedViewAccessor Map(string path)
    {
        using MemoryMappedFile map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        return map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }

    private static Hold Run(string path, string[] arguments)
    {
        RunningProgram program = RunningProgram.Start(path, arguments);
        return new Hold(program.ProcessId, program);
    }

    private static Hold EnterFolder(string path)
    {
        Directory.SetCurrentDirectory(path);
        return Here();
    }
}
