using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>
/// The report beside the journal of a finished run, <c>runs/ID/report.json</c>: for people and tools that look back. The journal alone
/// is the truth: a crash, a power cut or missing rights only mean that there is no report, or half of one, which is none either. So it needs
/// no temporary file, which a crash would leave in a folder that nobody looks into again.
/// </summary>
public sealed class RunReportFile(WorkspaceRoot root, IOsFiles files, TimeProvider clock)
{
    public const string Name = "report.json";

    /// <summary>A run has one report, and it is written once; without a folder of that run this does nothing.</summary>
    /// <returns>Why it could not be written, or null.</returns>
    public string? Write(string runId, ReadOnlySpan<byte> report)
    {
        string folder = RunFolder.Closed(root, runId);
        if (!Directory.Exists(folder))
            return null;
        string path = Path.Combine(folder, Name);
        bool isOurs = false;
        try
        {
            using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
            isOurs = true;
            file.Write(report);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (isOurs)
                files.Remove(path); // on a full disk a part of it
            return e.Message;
        }
    }

    /// <summary>The report as it was written, or null when there is none to be read.</summary>
    public byte[]? Read(string runId)
    {
        try
        {
            return new StateFile(root, Path.Combine(RunFolder.Closed(root, runId), Name), clock, files).Read();
        }
        catch (TidyException)
        {
            return null; // a link, a folder or missing rights: the journal tells what happened without it
        }
    }
}
