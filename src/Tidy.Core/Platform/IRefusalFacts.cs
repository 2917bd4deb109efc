namespace Tidy.Core.Platform;

/// <summary>What explains a refusal where its code alone is ambiguous. Asked only after a failure.</summary>
public interface IRefusalFacts
{
    /// <summary>"immutable" or "append only" when the file or folder carries that mark, which even its owner and root must obey.</summary>
    string? Protection(string path);

    /// <summary>Whether an existing folder, or the file at that path, is on a read-only mount.</summary>
    bool IsOnReadOnlyMount(string path);

    /// <summary>Whether something is mounted at that very path, a file or a folder: it cannot move, whoever asks.</summary>
    bool IsMountPoint(string path);

    /// <summary>Whether this user may make and remove entries of an existing folder.</summary>
    bool MayChange(string folder);
}
