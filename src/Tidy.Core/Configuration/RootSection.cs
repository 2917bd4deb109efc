namespace Tidy.Core.Configuration;

internal sealed class RootSection
{
    public string? Policy { get; set; }

    public List<AllowedEntry?>? Allow { get; set; }
}
