using Tidy.Core;

namespace Tidy.Reliability.Tests.Causes;

/// <summary>What the first run in a scene has to say about its file.</summary>
/// <param name="Status">Of the entry, as in the JSON; null when there is no entry.</param>
/// <param name="Reason">The class, as in the queue file.</param>
/// <param name="Errno">The system's number that is kept; null where no call failed.</param>
internal sealed record Told(string? Status, string? Reason = null, string? Code = null, int? Errno = null)
{
    public static Told Moved { get; } = new("moved");

    /// <summary>Parts of the message: what happened, and where.</summary>
    public string[] Says { get; init; } = [];

    /// <summary>The message names the process that holds the file.</summary>
    public bool NamesHolder { get; init; }

    /// <summary>The code of a finding that comes instead of a place in the queue.</summary>
    public string? Finding { get; init; }

    public bool IsQueued => Status == "queued";

    public static Told Held { get; } = new("queued", "locked", Codes.InUseQueued) { NamesHolder = true };

    /// <summary>Refused by the system as busy, though nobody has it open.</summary>
    public static Told Busy(int errno, params string[] says) => new("queued", "locked", Codes.InUseQueued, errno) { Says = says };

    public static Told Refused(string reason, int errno, params string[] says) => new("queued", reason, Codes.MoveFailed, errno) { Says = says };

    public static Told Taken(int errno, params string[] says) => new("queued", "dest_exists", Codes.NeedsPerson, errno) { Says = says };

    public static Told Reported(string? status, string finding, params string[] says) => new(status) { Finding = finding, Says = says };
}
