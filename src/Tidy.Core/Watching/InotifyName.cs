namespace Tidy.Core.Watching;

/// <summary>A file that is followed by its name in a watched folder.</summary>
/// <param name="Name">UTF-8, as the kernel tells it.</param>
internal readonly record struct InotifyName(byte[] Name, WatchEvents Meaning);
