using Tidy.Core.Channels;

namespace Tidy.Core.Settings;

/// <summary>Keys that a person might expect to hold a secret. No such key exists: a file is copied, shown and backed up.</summary>
internal static class SecretKeys
{
    private static readonly string[] Signs = ["password", "passwd", "pwd", "secret", "token", "apikey", "credential", "authorization"];

    /// <summary>Null for a key that does not look like one.</summary>
    public static string? RefusalOf(string key)
    {
        string bare = key.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return Array.Exists(Signs, sign => bare.Contains(sign, StringComparison.OrdinalIgnoreCase))
            ? $"'{key}' looks like a secret, and secrets are not read from a file. Take it out, and set the environment variable "
                + $"{Secrets.PasswordVariable} (mail) or {Secrets.TokenVariable} (webhook) where Tidy runs."
            : null;
    }
}
