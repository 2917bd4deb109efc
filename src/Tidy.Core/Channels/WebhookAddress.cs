using System.Diagnostics.CodeAnalysis;

namespace Tidy.Core.Channels;

/// <summary>What an address must be, for a notice and a token to be sent there.</summary>
internal static class WebhookAddress
{
    /// <summary>Services whose addresses are secrets: who knows one can post (from their documentation, 2026).</summary>
    private static readonly string[] SecretHosts =
        ["hooks.slack.com", "discord.com", "discordapp.com", ".webhook.office.com", ".logic.azure.com", ".powerplatform.com", "chat.googleapis.com"];

    /// <param name="problem">Why it is refused, without the address itself.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address, [NotNullWhen(false)] out string? problem)
    {
        problem = Uri.TryCreate(text, UriKind.Absolute, out address) ? ProblemOf(address) : "is no address, such as https://hooks.example.org/tidy.";
        return problem is null;
    }

    /// <summary>It has a key in its path or query, as far as can be told.</summary>
    public static bool IsSecret(Uri address) =>
        address.Query.Length > 1 || Array.Exists(SecretHosts, host => host[0] == '.' ? address.Host.EndsWith(host, StringComparison.Ordinal) : address.Host == host);

    /// <summary>All of it that may be shown: a path may be a key.</summary>
    public static string Shown(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static string? ProblemOf(Uri address)
    {
        if (address.UserInfo.Length > 0)
            return $"has a name or a password in it. Take it out, and set the environment variable {Secrets.TokenVariable}.";
        return address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
            ? null
            : "must be https, or http to this machine: a notice names files, and a token would cross the network in the clear.";
    }
}
