namespace Tidy.Tool.Engine;

/// <summary>What one rule says about a path, in words, e.g. "matches *.log" or "does not match".</summary>
internal sealed record RuleVerdict(string RuleId, string Verdict, bool Wins);
