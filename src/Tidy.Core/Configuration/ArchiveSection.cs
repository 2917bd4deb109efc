namespace Tidy.Core.Configuration;

internal sealed class ArchiveSection
{
    public string? Path { get; set; }

    public List<string?>? Buckets { get; set; }

    public bool? Deduplicate { get; set; }

    public bool? Index { get; set; }

    public bool? Commit { get; set; }
}
