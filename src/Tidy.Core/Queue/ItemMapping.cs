using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Tidy.Core.Holders;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Queue;

/// <summary>Turns items of the file into pending moves and back.</summary>
/// <param name="backslashes">The file was written on Windows: <c>\</c> separates folders in it.</param>
internal readonly struct ItemMapping(bool backslashes)
{
    private static readonly Dictionary<string, JsonElement> NoFields = [];

    /// <summary>Whether an absolute path is one of Windows: a drive letter, or a share.</summary>
    public static bool IsWindowsPath(string? root) =>
        root is { Length: > 2 } && ((char.IsAsciiLetter(root[0]) && root[1] == ':') || root.StartsWith(@"\\", StringComparison.Ordinal));

    public bool TryRead(QueueFileItem item, [NotNullWhen(true)] out PendingMove? move, out (string Code, string Text) problem)
    {
        move = null;
        problem = (Codes.StateDamaged, FieldProblemOf(item) ?? "");
        if (problem.Text.Length > 0)
            return false;
        if (!TryPath(item.Src!, out WorkspacePath? source, out string? refusal))
            problem = (Codes.PathRefused, $"names a source that is refused: it {refusal}");
        else if (!TryPath(item.Dest!, out WorkspacePath? destination, out refusal))
            problem = (Codes.PathRefused, $"names a destination that is refused: it {refusal}");
        else
            move = ToMove(item, source, destination);
        return move is not null;
    }

    public static QueueFileItem Write(PendingMove move) => new()
    {
        Id = move.Id,
        Src = move.Source.Value,
        Dest = move.Destination.Value,
        Action = move.Action,
        Status = WireNames.Of(move.Status),
        Reason = WireNames.Of(move.Reason),
        FirstSeenAt = move.FirstSeenAt,
        LastAttemptAt = move.LastAttemptAt,
        AttemptCount = move.AttemptCount,
        NextEligibleAt = move.NextEligibleAt,
        ManualReason = move.ManualReason,
        LastError = move.LastError,
        LastErrorType = move.LastErrorType,
        LastErrorErrno = move.LastErrorErrno,
        LastErrorWinerror = move.LastErrorWinerror,
        BytesEstimate = move.BytesEstimate,
        Tags = move.Tags.Count == 0 ? null : [.. move.Tags],
        Holders = move.Holders.Count == 0 ? null : move.Holders.Select(h => new QueueFileHolder(h.ProcessId, h.Name, h.StartedAt)).ToList(),
        BootId = move.BootId,
        Commit = move.Commit,
        Cause = move.Cause,
        UnknownFields = move.UnknownFields.Count == 0 ? null : move.UnknownFields as Dictionary<string, JsonElement> ?? new(move.UnknownFields),
    };

    private bool TryPath(string text, [NotNullWhen(true)] out WorkspacePath? path, [NotNullWhen(false)] out string? refusal) =>
        WorkspacePath.TryParse(backslashes ? text.Replace('\\', '/') : text, out path, out refusal);

    private static PendingMove ToMove(QueueFileItem item, WorkspacePath source, WorkspacePath destination)
    {
        string action = item.Action is null or QueueActions.Move ? QueueActions.Move : item.Action;
        return new PendingMove
        {
            Id = string.IsNullOrEmpty(item.Id) ? PendingMoveId.Compute(source, destination, action) : item.Id,
            Source = source,
            Destination = destination,
            Action = action,
            Status = WireNames.StatusOf(item.Status!)!.Value,
            Reason = WireNames.ReasonOf(item.Reason),
            FirstSeenAt = item.FirstSeenAt!.Value,
            LastAttemptAt = item.LastAttemptAt!.Value,
            AttemptCount = item.AttemptCount!.Value,
            NextEligibleAt = item.NextEligibleAt!.Value,
            ManualReason = item.ManualReason,
            LastError = item.LastError,
            LastErrorType = item.LastErrorType,
            LastErrorErrno = item.LastErrorErrno,
            LastErrorWinerror = item.LastErrorWinerror,
            BytesEstimate = item.BytesEstimate,
            Tags = item.Tags is { } tags ? tags : [],
            Holders = item.Holders is { } holders ? holders.ConvertAll(static h => new Holder(h.Pid, h.Name ?? "?", h.StartedAt)) : [],
            BootId = item.BootId,
            Commit = item.Commit,
            Cause = item.Cause,
            UnknownFields = item.UnknownFields ?? NoFields,
        };
    }

    private static string? FieldProblemOf(QueueFileItem item)
    {
        string? missing = item.Src is null ? "src" : item.Dest is null ? "dest" : item.Status is null ? "status"
            : item.FirstSeenAt is null ? "first_seen_at" : item.LastAttemptAt is null ? "last_attempt_at"
            : item.NextEligibleAt is null ? "next_eligible_at" : item.AttemptCount is null ? "attempt_count" : null;
        if (missing is not null)
            return $"has no '{missing}'";
        if (WireNames.StatusOf(item.Status!) is null)
            return $"has the unknown status '{item.Status}'";
        if (item.AttemptCount < 0 || item.BytesEstimate < 0)
            return "has a negative count";
        if (item.UnknownFields is not null && !UnknownJson.IsWritable(item.UnknownFields))
            return "has a field that is not valid text";
        return item.Tags?.Contains(null!) == true || item.Holders?.Contains(null!) == true ? "has an empty list entry" : null;
    }
}
