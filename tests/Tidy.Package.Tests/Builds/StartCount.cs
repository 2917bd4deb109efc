namespace Tidy.Package.Tests.Builds;

/// <summary>The starts of the tool in one build.</summary>
internal sealed record StartCount(string File)
{
    /// <summary>The tool's command of each start, in their order.</summary>
    public string[] Commands => System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [];
}
