namespace Tidy.Core.Platform;

/// <summary>What explains a refusal where its code alone is ambiguous. Asked only after a failure.</summary>
public interface IRefusalFacts
{
    /// <summary>"immutable" or "append only" when the file or folder carries that mark, which even its owner and root must obey.</summary>
    string? Protection(string path);

    /// <summary>Whether an existing folder is on a read-only mount.</summary>
    bool IsOnReadOnlyMount(string folder);
}
