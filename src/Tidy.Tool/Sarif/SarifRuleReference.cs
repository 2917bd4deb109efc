namespace Tidy.Tool.Sarif;

/// <param name="Index">Its place in <see cref="SarifDriver.Rules"/>.</param>
internal sealed record SarifRuleReference(string Id, int Index);
