using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tidy.Core.Channels;

/// <summary>Signs as Standard Webhooks say (standardwebhooks.com), so that receivers find a library that checks it.</summary>
internal static class WebhookSignature
{
    /// <summary>Marks a secret that is written in Base64.</summary>
    private const string Prefix = "whsec_";

    /// <summary><c>v1,</c> and the HMAC-SHA256 of <c>id.seconds.body</c> in Base64.</summary>
    public static string Of(string secret, string id, long seconds, ReadOnlySpan<byte> body)
    {
        byte[] head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}."));
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), (byte[])[.. head, .. body]))}";
    }

    private static byte[] KeyOf(string secret)
    {
        byte[] key = new byte[secret.Length];
        return secret.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(secret[Prefix.Length..], key, out int length)
            ? key[..length]
            : Encoding.UTF8.GetBytes(secret);
    }
}
