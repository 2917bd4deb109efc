namespace Tidy.Tool.Json;

/// <summary>The one object of every <c>notify</c> command; what the command does not tell is null.</summary>
/// <param name="Settings">The file that says who is told, or would.</param>
internal sealed record NotifyJson(int SchemaVersion, string Command, string? Settings)
{
    /// <summary>Each channel and what became of it.</summary>
    public required ChannelJson[] Channels { get; init; }

    /// <summary>The text of a summary.</summary>
    public string? Text { get; init; }

    public required int ExitCode { get; init; }
}
