namespace Tidy.Core.Telemetry;

/// <summary>Lists as OpenTelemetry has them in environment variables: <c>name=value,name=value</c>, values percent-encoded.</summary>
internal static class EnvironmentList
{
    /// <exception cref="TidyException">It is no such list. The message does not show it: it may hold a secret.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string? text, string variable)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (string part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                throw new TidyException(Codes.TelemetryMisconfigured, ExitCode.Usage, $"The environment variable {variable} cannot be read: it should be name=value,name=value, values percent-encoded.");
            pairs.Add(new(part[..equals].Trim(), Uri.UnescapeDataString(part[(equals + 1)..].Trim())));
        }

        return pairs;
    }
}
