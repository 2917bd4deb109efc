using Tidy.Core.Queue;

namespace Tidy.Core.Notices;

/// <summary>One message to a person. Names in its texts are safe to print; of a workspace only the name of its folder is told.</summary>
public sealed record Notice
{
    /// <summary>32 hex digits: the same for the same news, so that a receiver that gets it twice can tell.</summary>
    public required string Id { get; init; }

    public required NoticeKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the folder; null in a summary of several.</summary>
    public string? Workspace { get; init; }

    public required string Machine { get; init; }

    /// <summary>One line, without names of files.</summary>
    public required string Title { get; init; }

    /// <summary>All of it, in lines.</summary>
    public required string Text { get; init; }

    /// <summary>The most important lines, at most 1,500 characters: for chats with short messages.</summary>
    public required string Brief { get; init; }

    /// <summary>What is told; empty but for <see cref="NoticeKind.Items"/>.</summary>
    public IReadOnlyList<PendingMove> Items { get; init; } = [];

    /// <summary>Empty but for <see cref="NoticeKind.Summary"/>.</summary>
    public IReadOnlyList<WorkspaceSummary> Workspaces { get; init; } = [];
}
