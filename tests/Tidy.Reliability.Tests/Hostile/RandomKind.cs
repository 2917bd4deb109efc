namespace Tidy.Reliability.Tests;

/// <summary>What an entry of a random workspace is.</summary>
internal enum RandomKind
{
    File,
    Folder,
    Link,
    Pipe,
}
