namespace Tidy.Core.Planning;

/// <summary>A plan that was written to a file and may have been reviewed since.</summary>
public sealed record PlanFile(IReadOnlyList<PlanFileEntry> Entries);
