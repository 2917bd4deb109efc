namespace Tidy.Core.Channels;

/// <summary>What only the environment knows. It is never written down, and never part of a message.</summary>
/// <param name="environment">Reads a variable.</param>
public sealed class Secrets(Func<string, string?> environment)
{
    public const string PasswordVariable = "TIDY_SMTP_PASSWORD";
    public const string TokenVariable = "TIDY_WEBHOOK_TOKEN";

    /// <summary>For an address that is itself a secret, as those of Slack, Teams and Discord are.</summary>
    public const string AddressVariable = "TIDY_WEBHOOK_URL";

    /// <summary>No program that Tidy starts gets these.</summary>
    public static readonly IReadOnlyList<string> Variables = [PasswordVariable, TokenVariable, AddressVariable];

    /// <summary>A secret that is shorter would be found in any text.</summary>
    private const int ShortestHidden = 4;

    public string? Password => Of(PasswordVariable);

    public string? Token => Of(TokenVariable);

    public string? Address => Of(AddressVariable);

    /// <summary>What somebody else said, such as a server that repeats what it was sent, with stars in place of secrets.</summary>
    public string Hide(string text)
    {
        foreach (string variable in Variables)
        {
            if (Of(variable) is { Length: >= ShortestHidden } secret)
                text = text.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private string? Of(string variable) => environment(variable) is { Length: > 0 } value ? value : null;
}
