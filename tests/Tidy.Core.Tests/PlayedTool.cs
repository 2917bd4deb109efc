using System.Text;
using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

/// <summary>The tool as the schedule starts it for each workspace; it answers at once.</summary>
internal sealed class PlayedTool(Func<string, CommandAnswer> answer) : ISystemCommands
{
    public List<SystemCommand> Started { get; } = [];

    public bool Has(string program) => true;

    public CommandAnswer Run(SystemCommand command, CancellationToken cancel = default)
    {
        Started.Add(command);
        return answer(WorkspaceOf(command));
    }

    public static string WorkspaceOf(SystemCommand command) => command.Arguments[command.Arguments.ToList().IndexOf("--workspace") + 1];

    public static CommandAnswer Report(ExitCode exit, int moved = 0, int pending = 0, string? error = null)
    {
        string entries = string.Join(',', Enumerable.Repeat("""{"status":"moved"}""", moved).Append("""{"status":"queued"}"""));
        string findings = error is null ? "" : $$"""{"level":"warning","code":"TIDY2003","message":"a database"},{"level":"error","code":"TIDY9004","message":"{{error}}"}""";
        return new CommandAnswer((int)exit, Encoding.UTF8.GetBytes($$"""{"entries":[{{entries}}],"findings":[{{findings}}],"queue":{"pending":{{pending}} } }"""), "");
    }
}
