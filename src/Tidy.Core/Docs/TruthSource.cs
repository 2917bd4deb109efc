using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Docs;

/// <summary>A file that must be in the documentation folder.</summary>
/// <param name="Kind">What will be there when the plan so far is carried out; null when nothing will.</param>
/// <param name="AtRoot">The file of its name at the workspace root, or null. It does not belong there.</param>
internal sealed record TruthSource(WorkspacePath Path, FileKind? Kind, WorkspacePath? AtRoot);
