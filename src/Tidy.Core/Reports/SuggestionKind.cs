namespace Tidy.Core.Reports;

/// <summary>What a person can do about queued moves.</summary>
public enum SuggestionKind
{
    /// <summary>Make a process let go of what it holds.</summary>
    CloseHolder,

    /// <summary>Find out who holds it.</summary>
    FindHolder,

    /// <summary>What was in the way is gone: try now.</summary>
    Retry,

    GrantRights,

    /// <summary>Rename or remove one of two files that want the same name.</summary>
    ChooseFile,

    /// <summary>Cure another cause: a full disk, a path too long.</summary>
    RemoveCause,

    /// <summary>The item ended: it is tried again, or forgotten, when a person says so.</summary>
    RetryOrDrop,

    /// <summary>A person put it on hold, or undo did.</summary>
    Release,
}
