using Tidy.Core.Planning;

namespace Tidy.Core;

/// <summary>One row of <see cref="CodeTable"/>.</summary>
/// <param name="Level">How much it matters; the worst, where that depends on the finding.</param>
/// <param name="Meaning">What happened, in a sentence or two of plain text.</param>
public sealed record CodeInfo(string Code, FindingLevel Level, string Meaning);
