using System.Buffers;
using System.IO.Enumeration;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using Tidy.Core.Journal;
using Tidy.Core.Platform;

namespace Tidy.Benchmarks;

/// <summary>The bare loop that the tool is compared with: for each file probe, rename without replacing, and append one journal line.</summary>
internal static class Floor
{
    /// <summary>Child mode that only starts.</summary>
    public const string StartMode = "floor-start";

    /// <summary>Child mode that moves every log file of a folder.</summary>
    public const string MoveMode = "floor-move";

    /// <summary>Child mode that lists folders with all that is below, and asks for size and time of every file.</summary>
    public const string LookMode = "floor-look";

    public static int Look(string[] folders)
    {
        EnumerationOptions everything = new() { AttributesToSkip = FileAttributes.None, RecurseSubdirectories = true };
        long bytes = 0, newest = 0;
        foreach (string folder in folders)
        {
            foreach ((long size, long modified) in new FileSystemEnumerable<(long, long)>(folder, static (ref FileSystemEntry e) => (e.Length, e.LastWriteTimeUtc.Ticks), everything))
            {
                bytes += size;
                newest = Math.Max(newest, modified);
            }
        }

        return bytes >= 0 && newest > 0 ? 0 : 1;
    }

    public static int Move(string folder)
    {
        string destination = Path.Combine(folder, "archive", "diagnostics", "logs");
        Directory.CreateDirectory(destination);
        using SafeFileHandle journal = File.OpenHandle(Path.Combine(folder, "journal.jsonl"), FileMode.CreateNew, FileAccess.Write);
        ArrayBufferWriter<byte> line = new(512);
        using Utf8JsonWriter json = new(line);
        long length = 0;
        int number = 0;
        foreach (string source in Directory.EnumerateFiles(folder, "*.log"))
        {
            string name = Path.GetFileName(source);
            Move(source, Path.Combine(destination, name));
            JournalLine.Write(line, json, new JournalRecord { Type = JournalTypes.Done, Number = number++, Source = name, Destination = $"archive/diagnostics/logs/{name}" });
            RandomAccess.Write(journal, line.WrittenSpan, length);
            length += line.WrittenCount;
            line.ResetWrittenCount();
        }

        return 0;
    }

    private static void Move(string source, string destination)
    {
        if (OsFiles.Current.ProbeUse(source, InUsePolicy.Any) != FileUse.Free || !OsFiles.Current.RenameNoReplace(source, destination).IsOk)
            throw new IOException($"'{source}' could not be moved.");
    }
}
