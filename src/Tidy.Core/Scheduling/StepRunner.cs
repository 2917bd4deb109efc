using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Scheduling;

/// <summary>Carries steps out. Each is tried whatever became of the others, and each failure is told.</summary>
internal sealed class StepRunner(ISystemCommands commands, IOsFiles files, TimeProvider clock)
{
    public IReadOnlyList<Finding> CarryOut(IEnumerable<ScheduleStep> steps)
    {
        List<Finding> failures = [];
        foreach (ScheduleStep step in steps)
        {
            if (ProblemOf(step) is { } problem)
                failures.Add(Failed(problem, (step as ProgramRun)?.Advice));
        }

        return failures;
    }

    public static Finding Failed(string problem, string? advice = null) => new(Codes.SchedulerFailed, FindingLevel.Error, Path: null, problem) { Remedy = advice };

    private string? ProblemOf(ScheduleStep step) => step switch
    {
        FileWritten file => ProblemOfWriting(file),
        FileGone file => ProblemOfRemoving(file.Path),
        ProgramRun run => commands.Run(run.Command) is { IsGood: false } answer ? $"'{run.Command}' failed: {answer.Complaint}" : null,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private string? ProblemOfWriting(FileWritten file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
            new StateFile(file.Path, clock, files).Replace(file.Bytes);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TidyException)
        {
            return e is TidyException ? e.Message : $"The file '{file.Path}' cannot be written: {e.Message}";
        }
    }

    private string? ProblemOfRemoving(string path)
    {
        OsCode code = files.Remove(path);
        return code.IsOk || !files.Stat(path, out _).IsOk ? null : $"The file '{path}' cannot be removed: error {code.Value}";
    }
}
