namespace Tidy.Core.Channels;

/// <summary>How a webhook shows that it comes from who knows the token.</summary>
public enum WebhookProof
{
    /// <summary>By sending it.</summary>
    Bearer,

    /// <summary>By signing with it: Standard Webhooks (standardwebhooks.com), HMAC-SHA256 over id, time and body.</summary>
    Signature,
}
