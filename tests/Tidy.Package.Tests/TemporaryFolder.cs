namespace Tidy.Package.Tests;

/// <summary>A real folder for the length of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tidy-package-test-");

    public string FullPath => folder.FullName;

    public string At(string relative) => Path.Combine(FullPath, relative);

    public string Write(string relative, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllText(At(relative), content);
        return At(relative);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
