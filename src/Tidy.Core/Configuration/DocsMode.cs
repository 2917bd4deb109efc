namespace Tidy.Core.Configuration;

/// <summary>What happens to a document that is neither a truth source nor allowed (<c>docs.mode</c>).</summary>
internal enum DocsMode
{
    Report,
    Archive,
}
