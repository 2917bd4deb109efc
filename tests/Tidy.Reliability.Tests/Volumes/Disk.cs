using System.ComponentModel;
using System.Runtime.InteropServices;
using Tidy.Core.Tests;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>
/// A disk of its own, an image with a file system, whose power can be cut: what was not made durable by then is lost, as the journalling of
/// the real file system has it.
/// </summary>
internal sealed partial class Disk : IDisposable
{
    /// <summary>FS_IOC_SHUTDOWN, <c>_IOR('X', 125, __u32)</c>: as <c>xfs_io -x -c shutdown</c> does, but at once.</summary>
    private const nuint ShutDown = 0x8004587D;

    /// <summary>FS_SHUTDOWN_FLAGS_NOLOGFLUSH: not even what only waits in the file system's log gets to the disk.</summary>
    private const uint WithoutFlush = 2;

    /// <summary>O_CLOEXEC: a program that another test starts meanwhile must not keep the disk busy.</summary>
    private const int NotForChildren = 0x80000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tidy-disk-");
    private Mount? mount;

    /// <param name="format">The program that makes the file system, and its options.</param>
    private Disk(string size, string format, params string[] options)
    {
        try
        {
            At = folder.CreateSubdirectory("at").FullName;
            Mount.RequireRoot();
            Programs.Run("truncate", "-s", size, Image);
            Programs.Run(format, [.. options, Image]);
            mount = Mount.Image(Image, At);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    public string At { get; }

    private string Image => Path.Combine(folder.FullName, "image");

    public static Disk Make(string fileSystem) => fileSystem == "ext4"
        ? new Disk("64M", "mkfs.ext4", "-qF", "-m", "0")
        : new Disk("300M", "mkfs.xfs", "-q"); // the smallest that mkfs.xfs makes; the image has holes

    /// <summary>All that is on it is durable.</summary>
    public void Sync() => Programs.Run("sync", "-f", At);

    /// <summary>What a neighbour does: its own file is made durable, and with it whatever the file system's log has of everybody's names.</summary>
    public void SyncNeighbour()
    {
        using FileStream neighbour = new(Path.Combine(At, "neighbour"), FileMode.Append);
        neighbour.WriteByte((byte)'x');
        neighbour.Flush(flushToDisk: true);
    }

    /// <summary>From here on every call on the disk fails.</summary>
    public void CutPower()
    {
        int descriptor = Open(At, NotForChildren);
        uint how = WithoutFlush;
        int answer = Control(descriptor, ShutDown, ref how);
        int error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (answer != 0)
            throw new Win32Exception(error, $"the power of '{At}' cannot be cut");
    }

    /// <summary>
    /// The machine is up again, with other numbers for its devices: a file has its inode of before, but not its device. Everything that had
    /// something open on the disk must have ended.
    /// </summary>
    public void Restart()
    {
        Unmount();
        string taken = Path.Combine(folder.FullName, "other");
        File.WriteAllBytes(taken, new byte[1 << 16]);
        string loop = Programs.Run("losetup", "--find", "--show", taken).Trim(); // most likely the one that the image had
        try
        {
            mount = Mount.Image(Image, At);
        }
        finally
        {
            Programs.Run("losetup", "--detach", loop);
        }
    }

    public void Dispose()
    {
        mount?.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>
    /// Not lazily: the image is mounted anew, and must not be in use twice. A process that another test starts has our descriptors for a moment.
    /// </summary>
    private void Unmount()
    {
        mount = null;
        for (int left = 100; ; left--)
        {
            try
            {
                Programs.Run("umount", At);
                return;
            }
            catch (AssertFailedException) when (left > 0)
            {
                Thread.Yield();
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(int descriptor, nuint request, ref uint argument);
}
