using System.Text;

namespace Tidy.Tool;

/// <summary>Where data and talk go, and what is known about the far end. Data goes to <see cref="Out"/>, talk to <see cref="Error"/>.</summary>
internal sealed record ToolConsole(TextWriter Out, TextWriter Error)
{
    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    /// <summary>Reads what a person types; null when nobody sits at a terminal and can be asked. A call, for to find out costs a part of each start.</summary>
    public Func<TextReader?> Person { get; init; } = static () => null;

    /// <summary>Colour and moving progress are for people: not for files, pipes, build servers or those who said no (no-color.org).</summary>
    public bool AllowsColor =>
        string.IsNullOrEmpty(Environment("NO_COLOR")) && string.IsNullOrEmpty(Environment("CI")) && Environment("TERM") is not "dumb";

    public static ToolConsole OfThisProcess() => new(OpenOut(), Console.Error)
    {
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Person = static () => Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In,
        Environment = System.Environment.GetEnvironmentVariable,
    };

    /// <remarks>
    /// Console.Out flushes after every write: 10,000 JSON lines would be 10,000 system calls. Whoever must be seen at once flushes.
    /// </remarks>
    private static TextWriter OpenOut() => Console.IsOutputRedirected
        ? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024)
        : Console.Out;
}
