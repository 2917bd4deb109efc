namespace Tidy.Core.Scheduling;

/// <summary>What a scheduler of the system has of Tidy.</summary>
public enum Registration
{
    None,

    /// <summary>All that was wanted, and as it was wanted.</summary>
    AsWanted,

    /// <summary>Something, but not what was wanted: from another version, changed by hand, or a part of it.</summary>
    Other,
}
