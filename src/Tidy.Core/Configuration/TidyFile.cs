using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

/// <summary>The text of <c>tidy.json</c> or of a preset as it is written: nothing checked but its shape, absent keys are null.</summary>
/// <remarks>
/// Words, durations and sizes stay text here: every value type in a nullable property makes the serializer compile some forty methods
/// at start-up, which took longer than all the rest of reading.
/// </remarks>
internal sealed class TidyFile
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; set; }

    public int? Version { get; set; }

    public List<string?>? Extends { get; set; }

    public RootSection? Root { get; set; }

    public List<RuleSection?>? Rules { get; set; }

    public List<MigrationSection?>? Migrations { get; set; }

    public DocsSection? Docs { get; set; }

    public RunsSection? Runs { get; set; }

    public ArchiveSection? Archive { get; set; }

    public QueueSection? Queue { get; set; }

    public GitSection? Git { get; set; }

    public string? InUse { get; set; }

    public BuildSection? Build { get; set; }

    public LimitsSection? Limits { get; set; }
}
