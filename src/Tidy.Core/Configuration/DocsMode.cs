namespace Tidy.Core.Configuration;

/// <summary>What happens to a document that is neither a truth source nor allowed.</summary>
public enum DocsMode
{
    /// <summary>A finding; it stays.</summary>
    Report,

    /// <summary>It goes to the archive, where the rules say; folders are reported.</summary>
    Reduce,
}
