namespace Tidy.Core.Configuration;

internal sealed class GitSection
{
    public string? Tracked { get; set; }
}
