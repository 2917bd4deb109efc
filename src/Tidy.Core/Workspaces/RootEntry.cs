namespace Tidy.Core.Workspaces;

/// <summary>A name in the workspace root. A link to a folder lists as a folder; <c>lstat</c> tells them apart when it matters.</summary>
public readonly record struct RootEntry(string Name, bool IsFolder);
