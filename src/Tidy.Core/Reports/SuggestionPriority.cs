namespace Tidy.Core.Reports;

public enum SuggestionPriority
{
    /// <summary>Nothing moves until somebody does it.</summary>
    High,

    /// <summary>It helps, or the next run does it anyway.</summary>
    Medium,

    /// <summary>Somebody wanted it as it is.</summary>
    Low,
}
