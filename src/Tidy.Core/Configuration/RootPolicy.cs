namespace Tidy.Core.Configuration;

public enum RootPolicy
{
    /// <summary>Only what a rule names moves.</summary>
    Clutter,

    /// <summary>Everything that is not allowed is out of place: a rule routes it, or a finding reports it.</summary>
    Allowlist,
}
