using Tidy.Core.Workspaces;

namespace Tidy.Core.Configuration;

/// <summary>A file or folder that the workspace must have.</summary>
/// <param name="Template">What <c>apply --repair</c> writes into a file that is missing; null for an empty file.</param>
public sealed record RequiredEntry(WorkspacePath Path, bool IsFolder, string? Reason, string? Template);
