using Tidy.Core.Queue;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Engine;

/// <summary>Why a path would move, or why it would not.</summary>
/// <param name="Rules">Every rule in the order they are asked.</param>
/// <param name="Protections">What keeps it where it is, strongest first; empty when nothing does.</param>
/// <param name="GitState">In words: tracked, not tracked, ignored, not in a repository, ….</param>
/// <param name="Destination">Where it would go now, or null when it stays.</param>
/// <param name="Item">Its queue item, or null.</param>
internal sealed record PathExplanation(
    IReadOnlyList<RuleVerdict> Rules, IReadOnlyList<string> Protections, string GitState, WorkspacePath? Destination, PendingMove? Item);
