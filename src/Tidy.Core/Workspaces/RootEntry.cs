namespace Tidy.Core.Workspaces;

/// <summary>A name in the workspace root. A link to a folder lists as a folder; <c>lstat</c> tells them apart when it matters.</summary>
/// <remarks>A class: for lists of a structure of ours code is compiled at every start.</remarks>
public sealed record RootEntry(string Name, bool IsFolder);
