using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

internal readonly record struct DestinationChoice(DestinationVerdict Verdict, WorkspacePath Path, string? Why);
