namespace Tidy.Reliability.Tests.Volumes;

/// <summary>Two disks; in the workspace on the first, the folder <c>big</c> is the second.</summary>
internal sealed class SplitDisks : IDisposable
{
    private Mount? joint;

    private SplitDisks(Disk first, Disk second) => (First, Second) = (first, second);

    public Disk First { get; }

    public Disk Second { get; }

    public string Workspace => Path.Combine(First.At, "workspace");

    public static SplitDisks Make(string fileSystem)
    {
        Disk first = Disk.Make(fileSystem);
        try
        {
            return new SplitDisks(first, Disk.Make(fileSystem));
        }
        catch
        {
            first.Dispose();
            throw;
        }
    }

    /// <summary>An empty workspace.</summary>
    public void Clear()
    {
        Part();
        foreach (Disk disk in new[] { First, Second })
            Directory.Delete(Directory.CreateDirectory(Path.Combine(disk.At, "workspace")).FullName, recursive: true);
        Join();
    }

    public void Sync()
    {
        First.Sync();
        Second.Sync();
    }

    /// <summary>Those whose power was cut are up again.</summary>
    public void Restart(IEnumerable<Disk> cut)
    {
        Part();
        foreach (Disk disk in cut)
            disk.Restart();
        Join();
    }

    public void Dispose()
    {
        Part();
        First.Dispose();
        Second.Dispose();
    }

    private void Part()
    {
        joint?.Dispose();
        joint = null;
    }

    private void Join() => joint = Mount.Bind(
        Directory.CreateDirectory(Path.Combine(Second.At, "workspace")).FullName,
        Directory.CreateDirectory(Path.Combine(Workspace, "big")).FullName);
}
