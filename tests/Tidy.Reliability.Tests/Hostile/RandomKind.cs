namespace Tidy.Reliability.Tests.Hostile;

/// <summary>What an entry of a random workspace is.</summary>
internal enum RandomKind
{
    File,
    Folder,
    Link,
    Pipe,
}
