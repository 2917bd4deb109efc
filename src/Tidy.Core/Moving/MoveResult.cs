using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>What one try came to: where the file is now, why it could not be, or why there was nothing to do.</summary>
internal readonly record struct MoveResult(WorkspacePath? Destination, Failure? Failure)
{
    public bool IsDone => Failure is null && LeftBecause is null;

    /// <summary>It is as it was, and that is no failure; a sentence for a person.</summary>
    public string? LeftBecause { get; private init; }

    /// <param name="destination">Null when there is nothing now.</param>
    public static MoveResult Done(WorkspacePath? destination) => new(destination, null);

    public static MoveResult Failed(Failure failure) => new(null, failure);

    public static MoveResult Left(string why) => new(null, null) { LeftBecause = why };
}
