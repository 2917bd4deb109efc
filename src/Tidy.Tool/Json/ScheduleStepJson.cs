using System.Text;
using Tidy.Core.Scheduling;

namespace Tidy.Tool.Json;

/// <summary>One step of a change of the registration.</summary>
/// <param name="Scheduler">Null for the list of workspaces.</param>
/// <param name="Step"><c>write</c>, <c>remove</c> or <c>run</c>.</param>
/// <param name="Words">Of a program that is run, its name first.</param>
/// <param name="Content">Of the file that is written, or what the program reads.</param>
internal sealed record ScheduleStepJson(string? Scheduler, string Step, string? Path, string[]? Words, string? Content)
{
    public static ScheduleStepJson Of(string? scheduler, ScheduleStep step) => step switch
    {
        FileWritten file => new(scheduler, "write", file.Path, Words: null, file.Text),
        FileGone file => new(scheduler, "remove", file.Path, Words: null, Content: null),
        ProgramRun { Command: var command } => new(scheduler, "run", Path: null, [command.Program, .. command.Arguments], command.Input.Length == 0 ? null : Encoding.UTF8.GetString(command.Input)),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
