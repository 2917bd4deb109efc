using System.Runtime.CompilerServices;
using Spectre.Console;
using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>
/// One line on the terminal's stderr that follows a long run: more than 200 actions or more than a second. A short run
/// never loads Spectre.Console.
/// </summary>
internal sealed class ProgressLine(ToolConsole console) : IRunObserver, IDisposable
{
    private const int ManyActions = 200;
    private const int BarWidth = 24;
    private static readonly TimeSpan LongTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenDraws = TimeSpan.FromMilliseconds(80);

    private long startedAt;
    private long drawnAt;
    private int total;
    private bool shown;

    public void Started(string runId, int actions)
    {
        total = actions;
        startedAt = drawnAt = console.Clock.GetTimestamp();
    }

    public void Progressed(int tried, PlanEntry latest)
    {
        if (console.Clock.GetElapsedTime(drawnAt) < BetweenDraws)
            return;
        if (total <= ManyActions && console.Clock.GetElapsedTime(startedAt) <= LongTime)
            return;
        drawnAt = console.Clock.GetTimestamp();
        shown = true;
        Draw(Line(tried, latest.Source.Name));
    }

    public void Decided(Outcome outcome)
    {
    }

    public void Found(Finding finding)
    {
    }

    /// <summary>Clears the line, however the run ended.</summary>
    public void Dispose()
    {
        if (shown)
            Draw("");
        shown = false;
    }

    private string Line(int tried, string name)
    {
        int filled = (int)((long)BarWidth * Math.Min(tried, total) / Math.Max(total, 1));
        return $"{new string('━', filled)}{new string('─', BarWidth - filled)} {tried:N0} of {total:N0}  {SafeText.Visible(name)}";
    }

    // Apart, so that a run without progress does not load Spectre.Console.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Draw(string line)
    {
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Out = new AnsiConsoleOutput(console.Error) });
        int room = Math.Max(terminal.Profile.Width - 1, 1);
        terminal.Write(new ControlCode("\r\u001b[2K"));
        terminal.Write(new Text(line.Length <= room ? line : line[..room]));
    }
}
