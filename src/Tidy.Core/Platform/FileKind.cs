namespace Tidy.Core.Platform;

public enum FileKind
{
    File,
    Directory,

    /// <summary>A symbolic link or, on Windows, any reparse point that redirects (junction, mount point).</summary>
    Link,

    /// <summary>A pipe, socket or device: never payload.</summary>
    Special,
}
