using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Queue;
using Tidy.Dashboard.Hosting;

namespace Tidy.Dashboard.Operations;

/// <summary>What the page can have done: the operations of the command line, with the same locks and the same configuration.</summary>
/// <param name="stopping">Asks a run that is under way to come to its end.</param>
internal sealed class WorkspaceOperations(ServerOptions options, RunServices services, CancellationToken stopping)
{
    public IReadOnlyList<Message> Hold(IReadOnlyList<string> ids) => Told("put on hold", Queue().Hold(ids, "put on hold by a person"));

    public IReadOnlyList<Message> Release(IReadOnlyList<string> ids) => Told("released", Queue().Release(ids));

    public IReadOnlyList<Message> Drop(IReadOnlyList<string> ids) => Told("forgotten", Queue().Drop(ids));

    public IReadOnlyList<Message> Retry(IReadOnlyList<string> ids) => RunMessages.Of(Run(new RunRequest
    {
        Command = RunCommand.Retry,
        Root = options.Root,
        Config = options.ReadConfig(),
        LockTimeout = options.LockTimeout,
        RetryIds = ids,
    }));

    public IReadOnlyList<Message> Undo(string run) => RunMessages.Of(Run(new RunRequest
    {
        Command = RunCommand.Undo,
        Root = options.Root,
        Config = options.ReadConfig(),
        LockTimeout = options.LockTimeout,
        UndoOf = run,
    }));

    private RunResult Run(RunRequest request) => new TidyRun(request, services).Execute(stopping);

    private QueueOperations Queue()
    {
        TidyConfig config = options.ReadConfig();
        QueueStore store = new(options.Root, services.Files, services.Clock, config.Queue);
        return new QueueOperations(options.Root, services.Files, services.Clock, store, options.LockTimeout);
    }

    private static List<Message> Told(string done, QueueAnswer answer)
    {
        List<Message> messages = [.. answer.Findings.Select(Of)];
        if (answer.Items.Count > 0)
            messages.Insert(0, new Message(null, "note", $"{(answer.Items is [var one] ? one.Source.Value : $"{answer.Items.Count} files")}: {done}."));
        return messages;
    }

    private static Message Of(Finding finding) => new(finding.Code, WireNames.Of(finding.Level), finding.Text);
}
