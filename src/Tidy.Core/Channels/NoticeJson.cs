using System.Text.Json;
using Tidy.Core.Notices;
using Tidy.Core.Reports;

namespace Tidy.Core.Channels;

/// <summary>A notice as JSON for programs: the body of a webhook without a template, and what a command reads. A contract, schema version 1.</summary>
internal sealed record NoticeJson(int SchemaVersion, string Kind, string Id, DateTime At)
{
    private const int Version = 1;

    /// <summary>A receiver with a small limit must not refuse a notice because many files were given up at once.</summary>
    private const int MaxItems = 100;

    private static readonly string[] Kinds = ["items", "summary", "test"];

    /// <summary>Null in a summary of several.</summary>
    public required string? Workspace { get; init; }

    public required string Machine { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required ItemJson[] Items { get; init; }

    /// <summary>So many more items were told of.</summary>
    public required int ItemsLeftOut { get; init; }

    public required IReadOnlyList<WorkspaceSummary> Workspaces { get; init; }

    public static string WordOf(NoticeKind kind) => Kinds[(int)kind];

    public static ItemJson[] ItemsOf(Notice notice) => [.. notice.Items.Take(MaxItems).Select(ItemJson.Of)];

    public static byte[] Bytes(Notice notice) => [.. JsonSerializer.SerializeToUtf8Bytes(Of(notice), NoticeJsonContext.Relaxed.NoticeJson), (byte)'\n'];

    private static NoticeJson Of(Notice notice) => new(Version, WordOf(notice.Kind), notice.Id, notice.At.UtcDateTime)
    {
        Workspace = notice.Workspace,
        Machine = notice.Machine,
        Title = notice.Title,
        Text = notice.Text,
        Items = ItemsOf(notice),
        ItemsLeftOut = Math.Max(0, notice.Items.Count - MaxItems),
        Workspaces = [.. notice.Workspaces.Select(w => w with { Name = VisibleText.Of(w.Name) })],
    };
}
