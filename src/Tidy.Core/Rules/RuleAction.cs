namespace Tidy.Core.Rules;

public enum RuleAction
{
    Move,

    /// <summary>A finding; the file stays.</summary>
    Report,

    /// <summary>It belongs where it is; later rules are not asked.</summary>
    Keep,
}
