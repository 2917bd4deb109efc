using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>
/// The report beside the journal of a finished run, <c>runs/ID/report.json</c>: for people and tools that look back. The journal alone
/// is the truth: a crash, a power cut or missing rights only mean that there is no report.
/// </summary>
public sealed class RunReportFile(WorkspaceRoot root, IOsFiles files, TimeProvider clock)
{
    public const string Name = "report.json";

    /// <summary>Puts the whole report in place, or nothing; without a folder of that run it does nothing.</summary>
    /// <returns>Why it could not be written, or null.</returns>
    public string? Write(string runId, ReadOnlySpan<byte> report)
    {
        string folder = RunFolder.Closed(root, runId);
        if (!Directory.Exists(folder))
            return null;
        // In the run's own folder, and not among Tidy's other temporary files: pruning takes away what a crash leaves of it.
        string temp = Path.Combine(folder, Name + StateFile.TempSuffix);
        try
        {
            File.WriteAllBytes(temp, report);
            OsCode code = files.Replace(temp, Path.Combine(folder, Name));
            if (code.IsOk)
                return null;
            files.Remove(temp);
            return OsErrorNames.Describe(files.Family, code);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            files.Remove(temp);
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
