using Tidy.Core;
using Tidy.Core.Platform;
using Tidy.Tool.Json;

namespace Tidy.Tool.Rendering;

/// <summary>
/// The file of <c>--report</c>: what <c>--format json</c> prints, whatever the format. It is replaced as a whole, so a reader sees the old
/// report or the new one.
/// </summary>
internal sealed class ReportFile
{
    /// <summary>How each report begins; another file is not overwritten.</summary>
    private static ReadOnlySpan<byte> Beginning => "{\n  \"schema_version\": "u8;

    private readonly IOsFiles files = OsFiles.Current;
    private readonly string path;

    private ReportFile(string path) => this.path = path;

    /// <returns>Null without a path.</returns>
    /// <exception cref="TidyException">A report cannot be written there; asked before the run, so that a bad name costs nothing.</exception>
    public static ReportFile? At(string? path)
    {
        if (path is null)
            return null;
        string full = path.Length == 0 ? throw Refused(path, "the name is empty") : Path.GetFullPath(path);
        var report = new ReportFile(full);
        return report.Refusal() is { } why ? throw Refused(path, why) : report;
    }

    /// <summary>Writes the report; the answer is a line for stderr, or null when all went well.</summary>
    public string? ProblemOfWriting(RunJson run)
    {
        return WholeFile.Write(path, writer => ToolJson.WriteObject(writer, run)) is { } problem
            ? $"error {Codes.Unexpected}: The report file '{SafeText.Visible(path)}' cannot be written: {SafeText.Visible(problem)}\n"
            : null;
    }

    private string? Refusal()
    {
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            return "its folder does not exist";
        if (!files.Stat(path, out FileStat stat).IsOk)
            return null;
        if (stat.Kind != FileKind.File)
            return "it is there and no regular file";
        return stat.Size == 0 || BeginsAsReport() ? null : "it is there and no report of Tidy: it is not overwritten";
    }

    private bool BeginsAsReport()
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            Span<byte> first = stackalloc byte[Beginning.Length];
            return stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(Beginning);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static TidyException Refused(string path, string why) =>
        new(Codes.Usage, ExitCode.Usage, $"The report file '{path}' cannot be written: {why}. Choose another name for --report.");
}
