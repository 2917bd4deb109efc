using System.Diagnostics;

namespace Tidy.Tool.Tests;

/// <summary>A folder in which nobody may create anything, until disposal: mode 0555, and for root, whom modes do not stop, immutable.</summary>
internal sealed class ClosedFolder : IDisposable
{
    private readonly string path;

    public ClosedFolder(string path)
    {
        this.path = path;
        Close();
    }

    public void Dispose()
    {
        if (Environment.IsPrivilegedProcess)
            Chattr("-i");
        else
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Close()
    {
        if (!Environment.IsPrivilegedProcess)
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        else if (!Chattr("+i"))
            Assert.Inconclusive("This file system has no immutable mark, and root is not stopped by a mode.");
    }

    private bool Chattr(string change)
    {
        using Process chattr = Process.Start("chattr", [change, path]);
        chattr.WaitForExit();
        return chattr.ExitCode == 0;
    }
}
