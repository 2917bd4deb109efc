namespace Tidy.Tool.Sarif;

/// <summary>A finding about a file.</summary>
/// <param name="RuleIndex">The place of its rule in <see cref="SarifDriver.Rules"/>.</param>
internal sealed record SarifResult(string RuleId, int RuleIndex, string Level, SarifText Message, SarifLocation[] Locations)
{
    public required SarifFingerprints PartialFingerprints { get; init; }
}
