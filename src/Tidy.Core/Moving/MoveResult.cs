using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>What one try came to: where the file is now, or why it is where it was.</summary>
internal readonly record struct MoveResult(WorkspacePath? Destination, Failure? Failure)
{
    public bool IsDone => Failure is null;

    public static MoveResult Done(WorkspacePath? destination) => new(destination, null);

    public static MoveResult Failed(Failure failure) => new(null, failure);
}
