namespace Tidy.Core.Archive;

/// <summary>What a bucket of the archive holds, with all that is below it.</summary>
/// <param name="name">The top-level folder, or <c>.</c>.</param>
internal sealed class BucketStats(string name)
{
    public string Name => name;

    public int Files { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>What such a bucket is for, where its name says so; else empty.</summary>
    public string Description => name switch
    {
        ArchiveFiles.TopBucket => "Files directly in the archive",
        "data" => "Databases and other data",
        "diagnostics" => "Logs, traces, dumps and other diagnostics",
        "experiments" => "Experiments",
        "exports" => "Exports",
        "patches" => "Patches",
        "plans" => "Plans and designs",
        "prompts" => "Prompts and delegations",
        "reports" => "Reports and summaries",
        "research" => "Research and analyses",
        "runs" => "Old runs",
        "scripts" => "Scripts",
        "superseded" => "What has a newer version elsewhere",
        "unsorted" => "What no rule sorts",
        _ => "",
    };

    public void Add(long size)
    {
        Files++;
        Bytes += size;
    }
}
