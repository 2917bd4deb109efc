namespace Tidy.Tool.Json;

internal sealed record RuleVerdictJson(string Rule, string Verdict, bool Wins);
