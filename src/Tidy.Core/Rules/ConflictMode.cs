namespace Tidy.Core.Rules;

/// <summary>What to do when the destination name is taken. Overwriting does not exist.</summary>
public enum ConflictMode
{
    /// <summary><c>name_yyyyMMdd-HHmmss.ext</c> from the source's modification time (UTC), then <c>-2</c>, <c>-3</c>.</summary>
    Rename,
    Skip,

    /// <summary>The entry fails as <c>dest_exists</c> and needs a person.</summary>
    Fail,

    /// <summary>Same content by hash: the source is removed; else as <see cref="Rename"/>.</summary>
    Deduplicate,
}
