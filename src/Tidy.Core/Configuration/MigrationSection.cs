namespace Tidy.Core.Configuration;

internal sealed class MigrationSection
{
    public string? From { get; set; }

    public string? To { get; set; }
}
