using Tidy.Core.Workspaces;

namespace Tidy.Core.Queue;

/// <summary>What makes a pending move the same one, whatever id it carries.</summary>
internal readonly record struct PendingMoveKey(WorkspacePath Source, WorkspacePath Destination, string Action)
{
    public static PendingMoveKey Of(PendingMove item) => new(item.Source, item.Destination, item.Action);
}
