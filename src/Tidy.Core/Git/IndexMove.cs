using Tidy.Core.Workspaces;

namespace Tidy.Core.Git;

/// <summary>A file that git tracks, or a folder with such files, has moved, and git's index has to follow.</summary>
internal sealed record IndexMove(WorkspacePath From, WorkspacePath To);
