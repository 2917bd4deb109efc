using System.Net;

namespace Tidy.Core.Channels;

/// <summary>Where mail goes. The password is not here: see <see cref="Secrets"/>.</summary>
public sealed record MailSettings
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public MailEncryption Encryption { get; init; }

    /// <summary>Null: without logging on.</summary>
    public string? User { get; init; }

    public string From { get; init; } = "";

    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>The server is this machine: nothing crosses a network.</summary>
    public bool IsLoopback => Host is "localhost" || (IPAddress.TryParse(Host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
