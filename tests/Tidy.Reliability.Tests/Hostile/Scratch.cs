namespace Tidy.Reliability.Tests.Hostile;

/// <summary>A folder in memory where there is one: thousands of cases a second wait for no disk.</summary>
internal sealed class Scratch : IDisposable
{
    private const string InMemory = "/dev/shm";

    private readonly DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(Directory.Exists(InMemory) ? InMemory : Path.GetTempPath(), $"tidy-fuzz-{Guid.NewGuid():N}"));

    public string At(string relative) => Path.Combine(folder.FullName, relative);

    public void Dispose() => folder.Delete(recursive: true);
}
