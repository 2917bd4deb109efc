using System.Security.Cryptography;
using System.Text;
using Tidy.Core.Queue;
using Tidy.Core.Reports;

namespace Tidy.Core.Notices;

/// <summary>Words what is to be told, in the name of this machine.</summary>
/// <param name="machine">Its name.</param>
public sealed class NoticeSender(string machine, TimeProvider clock)
{
    public static NoticeSender OfThisMachine(TimeProvider clock) => new(Environment.MachineName, clock);

    /// <param name="workspace">Name of the folder.</param>
    /// <param name="items">At least one.</param>
    public Notice OfItems(string workspace, IReadOnlyList<PendingMove> items)
    {
        ItemsText text = new(VisibleText.Of(workspace), VisibleText.Of(machine), items);
        return new Notice
        {
            Id = IdOf([machine, workspace, .. items.Select(i => $"{NoticeTopic.Of(i)} {NoticeTopic.EpochOf(i)}").Order(StringComparer.Ordinal)]),
            Kind = NoticeKind.Items,
            At = clock.GetUtcNow(),
            Workspace = VisibleText.Of(workspace),
            Machine = VisibleText.Of(machine),
            Title = text.Title(),
            Text = text.Full(),
            Brief = text.Brief(),
            Items = items,
        };
    }

    /// <param name="since">When the time begins that the summaries are of.</param>
    public Notice OfSummary(IReadOnlyList<WorkspaceSummary> workspaces, DateTimeOffset since)
    {
        SummaryText text = new(VisibleText.Of(machine), workspaces, since);
        DateTimeOffset now = clock.GetUtcNow();
        return new Notice
        {
            Id = IdOf([machine, $"summary {now:yyyy-MM-dd}"]),
            Kind = NoticeKind.Summary,
            At = now,
            Workspace = workspaces is [var only] ? VisibleText.Of(only.Name) : null,
            Machine = VisibleText.Of(machine),
            Title = text.Title(),
            Text = text.Full(),
            Brief = text.Brief(),
            Workspaces = workspaces,
        };
    }

    public Notice OfTest(string workspace)
    {
        DateTimeOffset now = clock.GetUtcNow();
        string name = VisibleText.Of(workspace), host = VisibleText.Of(machine);
        string text = $"Notices of {name} on {host} arrive here. Somebody asked with 'dotnet tidy notify test'; nothing is wrong.";
        return new Notice
        {
            Id = IdOf([machine, workspace, $"test {now.UtcTicks}"]),
            Kind = NoticeKind.Test,
            At = now,
            Workspace = name,
            Machine = host,
            Title = $"{name}: a test of notices",
            Text = text + "\n",
            Brief = text,
        };
    }

    private static string IdOf(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16));
}
