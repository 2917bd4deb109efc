using System.Diagnostics;

namespace Tidy.Package.Tests.Builds;

/// <summary>A file that another process, a shell, has open until this is released.</summary>
internal sealed class HeldFile : IDisposable
{
    private readonly Process process;

    public HeldFile(string path)
    {
        process = Process.Start(new ProcessStartInfo("bash", ["-c", "exec 3<\"$1\"; echo held; read -r _", "bash", path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.AreEqual("held", process.StandardOutput.ReadLine());
    }

    /// <summary>As Tidy names it.</summary>
    public string Holder => $"bash ({process.Id})";

    public int ProcessId => process.Id;

    /// <summary>Returns when the file is free.</summary>
    public void Release()
    {
        process.StandardInput.Close();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Release();
        process.Dispose();
    }
}
