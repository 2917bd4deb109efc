namespace Tidy.Core;

/// <summary>The run cannot go on, for a reason that a person can act on. Everything else is an outcome or a finding.</summary>
public class TidyException(string code, ExitCode exit, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>One of <see cref="Codes"/>.</summary>
    public string Code { get; } = code;

    public ExitCode Exit { get; } = exit;

    /// <summary>Where the mistake is written, when it is one in a file.</summary>
    public TextPlace? Place { get; init; }
}
