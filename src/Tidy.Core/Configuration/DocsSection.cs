namespace Tidy.Core.Configuration;

internal sealed class DocsSection
{
    public string? Path { get; set; }

    public List<string?>? TruthSources { get; set; }

    public List<string?>? Allow { get; set; }

    public List<string?>? AllowDirs { get; set; }

    public string? Mode { get; set; }
}
