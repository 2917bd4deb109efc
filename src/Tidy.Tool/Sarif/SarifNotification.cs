namespace Tidy.Tool.Sarif;

/// <summary>A finding that is about no file.</summary>
internal sealed record SarifNotification(SarifRuleReference AssociatedRule, string Level, SarifText Message);
