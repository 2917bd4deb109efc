using Tidy.Core.Rules;

namespace Tidy.Core.Configuration;

/// <summary>A folder whose content belongs somewhere else. Both folders are workspace-relative and end in <c>/</c>.</summary>
/// <param name="Conflict">For files whose name is taken at the destination when the two folders are merged.</param>
public sealed record Migration(string From, string To, ConflictMode Conflict);
