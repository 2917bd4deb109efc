using System.Text.Json.Serialization;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Journal;

/// <summary>
/// One line of a run's journal. Which fields are set depends on <see cref="Type"/>; the others are left out of the line.
/// Field names are short because a run writes two lines a file.
/// </summary>
internal sealed record JournalRecord
{
    /// <summary>Of <see cref="DateTime.MaxValue"/>.</summary>
    private const long MaxTicks = 3_155_378_975_999_999_999;

    [JsonPropertyName("t")]
    public required string Type { get; init; }

    /// <summary>Number of the intent that this line is about.</summary>
    [JsonPropertyName("n")]
    public int? Number { get; init; }

    [JsonPropertyName("src")]
    public string? Source { get; init; }

    [JsonPropertyName("dest")]
    public string? Destination { get; init; }

    [JsonPropertyName("action")]
    public string? Action { get; init; }

    [JsonPropertyName("phase")]
    public string? Phase { get; init; }

    [JsonPropertyName("kind")]
    public string? Kind { get; init; }

    [JsonPropertyName("dev")]
    public ulong? Device { get; init; }

    [JsonPropertyName("ino")]
    public ulong? Inode { get; init; }

    [JsonPropertyName("size")]
    public long? Size { get; init; }

    /// <summary>Last write time as UTC ticks of 100 ns since year 1.</summary>
    [JsonPropertyName("mtime")]
    public long? Modified { get; init; }

    [JsonPropertyName("mode")]
    public int? Mode { get; init; }

    /// <summary>Number of the intent whose file this one must move together with.</summary>
    [JsonPropertyName("unit")]
    public int? Unit { get; init; }

    /// <summary>Git tracks it, or files in it: when it has moved, git's index follows.</summary>
    [JsonPropertyName("tracked")]
    public bool? IsTracked { get; init; }

    /// <summary>A folder, ignore file or staged copy that the run makes, as a path below the workspace root.</summary>
    [JsonPropertyName("path")]
    public string? Path { get; init; }

    /// <summary>SHA-256 in hex of what is written; null when the file goes.</summary>
    [JsonPropertyName("sha")]
    public string? Sha256 { get; init; }

    /// <summary>SHA-256 in hex of what was there and is kept; null when nothing was.</summary>
    [JsonPropertyName("was")]
    public string? EarlierSha256 { get; init; }

    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    [JsonPropertyName("code")]
    public int? Code { get; init; }

    [JsonPropertyName("run")]
    public string? Run { get; init; }

    [JsonPropertyName("command")]
    public string? Command { get; init; }

    [JsonPropertyName("at")]
    public DateTimeOffset? At { get; init; }

    /// <summary>The run that an undo reverses.</summary>
    [JsonPropertyName("undoes")]
    public string? Undoes { get; init; }

    [JsonPropertyName("schema")]
    public int? Schema { get; init; }

    [JsonPropertyName("queued")]
    public int? Queued { get; init; }

    /// <summary>Of the last line: what could not be done and was not queued either.</summary>
    [JsonPropertyName("failed")]
    public int? Failed { get; init; }

    /// <summary>
    /// The kind is one of <see cref="FileKind"/>, the time one that a calendar has, and an ignore file is called so: recovery writes it, and no other
    /// name may come to be by a line of a journal.
    /// </summary>
    [JsonIgnore]
    public bool HasKnownValues =>
        (Kind is null || (Enum.TryParse(Kind, out FileKind kind) && Enum.IsDefined(kind)))
        && Modified is null or (>= 0 and <= MaxTicks)
        && (Type != JournalTypes.Ignore || Path?.EndsWith($"/{IgnoreFile.Name}", StringComparison.Ordinal) == true);
}
