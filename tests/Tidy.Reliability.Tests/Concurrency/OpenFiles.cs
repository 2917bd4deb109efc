using System.Globalization;

namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>What a process has open, as <c>/proc</c> of Linux tells.</summary>
internal static class OpenFiles
{
    /// <summary>Names of the files below <paramref name="folder"/>.</summary>
    public static string[] Of(int processId, string folder) =>
    [
        .. Directory.EnumerateFileSystemEntries($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/fd")
            .Select(descriptor => new FileInfo(descriptor).LinkTarget)
            .OfType<string>()
            .Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(path => Path.GetFileName(path)),
    ];
}
