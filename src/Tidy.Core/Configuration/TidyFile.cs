using System.Text.Json.Serialization;

namespace Tidy.Core.Configuration;

/// <summary>The text of <c>tidy.json</c> or of a preset as it is written: nothing checked but its shape, absent keys are null.</summary>
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

    [JsonConverter(typeof(EnumConverter<Platform.InUsePolicy>))]
    public Platform.InUsePolicy? InUse { get; set; }

    public BuildSection? Build { get; set; }

    public LimitsSection? Limits { get; set; }
}
