namespace Tidy.Core.Archive;

/// <summary>One of the files of the archive that were written last.</summary>
/// <param name="Path">As seen from the archive, with <c>/</c>.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record RecentFile(string Path, long Bytes, DateTime WrittenAt)
{
    private string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>What it is, by its extension; its content is not read.</summary>
    public string Kind => System.IO.Path.GetExtension(Name).ToLowerInvariant() switch
    {
        ".md" or ".txt" or ".rst" or ".adoc" or ".html" or ".pdf" or ".docx" => "document",
        ".log" or ".binlog" or ".trx" or ".etl" or ".nettrace" or ".dmp" or ".err" or ".out" => "log",
        ".json" or ".jsonl" or ".csv" or ".tsv" or ".xml" or ".yaml" or ".yml" or ".toml" or ".db" or ".sqlite" => "data",
        ".py" or ".sh" or ".ps1" or ".bat" or ".cmd" or ".sql" or ".cs" or ".csx" or ".js" or ".ts" => "script",
        ".patch" or ".diff" => "patch",
        ".gz" or ".zip" or ".7z" or ".tar" or ".tgz" or ".zst" or ".xz" or ".bz2" => "package",
        ".png" or ".jpg" or ".jpeg" or ".gif" or ".svg" or ".webp" => "image",
        _ => "other",
    };

    /// <summary>Its name as words.</summary>
    public string Hint => System.IO.Path.GetFileNameWithoutExtension(Name).Replace('_', ' ').Replace('-', ' ').Trim();
}
