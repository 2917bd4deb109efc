namespace Tidy.Core.Planning;

public enum FindingLevel
{
    /// <summary>Worth knowing; changes nothing.</summary>
    Note,
    Warning,

    /// <summary>The workspace is not tidy, or something was refused.</summary>
    Error,
}
