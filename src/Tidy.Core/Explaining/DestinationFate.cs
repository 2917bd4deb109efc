namespace Tidy.Core.Explaining;

/// <summary>What becomes of an entry at its destination.</summary>
public enum DestinationFate
{
    /// <summary>Nothing is in the way.</summary>
    Free,

    /// <summary>The name is taken there, so it gets another one.</summary>
    Renamed,

    /// <summary>The name is taken there, and the rule says to leave it.</summary>
    Skipped,

    /// <summary>The name is taken there, and the rule says that a person decides.</summary>
    Fails,

    /// <summary>The same content is there already: the source would be removed.</summary>
    Duplicate,

    /// <summary>The destination cannot be reached, e.g. because a folder on the way is a link.</summary>
    Refused,
}
