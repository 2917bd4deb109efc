using Spectre.Console;

namespace Tidy.Tool.Rendering;

/// <summary>Text with colours. Only made for a terminal: it loads Spectre.Console, which costs more than a whole run.</summary>
internal sealed class ColorLines : ILines
{
    private readonly IAnsiConsole console;

    public ColorLines(TextWriter writer)
    {
        console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.Detect });
        // Spectre folds at the window's width, which would break paths; the terminal does its own folding.
        console.Profile.Width = short.MaxValue;
    }

    public ILines Add(string text, Tone tone = Tone.Normal)
    {
        if (text.Length > 0)
            console.Write(new Text(text, StyleOf(tone)));
        return this;
    }

    public void End() => console.WriteLine();

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Heading => new Style(decoration: Decoration.Bold),
        Tone.Good => new Style(Color.Green),
        Tone.Warning => new Style(Color.Yellow),
        Tone.Bad => new Style(Color.Red),
        Tone.Faint => new Style(Color.Grey),
        _ => Style.Plain,
    };
}
