namespace Tidy.Core.Archive;

/// <summary>Files whose format is compressed already, by their extension: to compress them once more gains nothing.</summary>
internal static class PackedNames
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "gz", "tgz", "zip", "7z", "zst", "xz", "txz", "bz2", "tbz2", "lz4", "br", "rar", "cab",
        "nupkg", "snupkg", "vsix", "jar", "whl", "apk", "binlog",
        "docx", "xlsx", "pptx", "odt", "ods", "epub", "pdf",
        "png", "jpg", "jpeg", "gif", "webp", "avif", "heic", "ico",
        "mp3", "m4a", "aac", "ogg", "opus", "flac", "mp4", "m4v", "mov", "avi", "mkv", "webm",
        "woff", "woff2", "parquet",
    };

    public static bool Has(ReadOnlySpan<char> name) =>
        Extensions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[(name.LastIndexOf('.') + 1)..]);
}
