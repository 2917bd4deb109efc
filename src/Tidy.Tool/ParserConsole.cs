using McMaster.Extensions.CommandLineUtils;

namespace Tidy.Tool;

/// <summary>
/// What the parser may print, kept back: it writes a hint to stdout before it throws, and that would spoil the JSON that a
/// caller reads. Only help and version are passed on.
/// </summary>
internal sealed class ParserConsole : IConsole, IDisposable
{
    private readonly StringWriter kept = new();

    /// <summary>Never raised: cancellation comes from <see cref="CancelSignals"/>.</summary>
    public event ConsoleCancelEventHandler? CancelKeyPress
    {
        add { }
        remove { }
    }

    public TextWriter Out => kept;

    public TextWriter Error => kept;

    public TextReader In => TextReader.Null;

    public bool IsInputRedirected => true;

    public bool IsOutputRedirected => true;

    public bool IsErrorRedirected => true;

    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public void ResetColor()
    {
        // There is no colour to reset.
    }

    public void PassOn(TextWriter writer) => writer.Write(kept.ToString().TrimStart('\r', '\n'));

    public void Dispose() => kept.Dispose();
}
