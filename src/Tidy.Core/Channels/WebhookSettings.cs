namespace Tidy.Core.Channels;

/// <summary>Where JSON is posted to, and in which form.</summary>
public sealed record WebhookSettings
{
    /// <summary>Null: <see cref="Secrets.Address"/> says it.</summary>
    public Uri? Address { get; init; }

    public WebhookProof Proof { get; init; }

    /// <summary>Null: the whole notice.</summary>
    public WebhookTemplate? Template { get; init; }
}
