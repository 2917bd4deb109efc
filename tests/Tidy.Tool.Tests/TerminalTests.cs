using System.Text.RegularExpressions;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class TerminalTests
{
    [TestMethod]
    public void Colours_ChangeNoLetterAndFoldNoLine()
    {
        string text = "[red]not markup[/] " + new string('x', 500);
        using var plain = new StringWriter();
        using var color = new StringWriter();
        Lines.For(plain, color: false).Add(text, Tone.Bad).Line(" end");
        Lines.For(color, color: true).Add(text, Tone.Bad).Line(" end");
        Assert.AreEqual(text + " end\n", plain.ToString());
        Assert.AreEqual(text + " end\n", Regex.Replace(color.ToString(), "\u001b\\[[0-9;]*m", "").ReplaceLineEndings("\n"));
    }

    [TestMethod]
    [DataRow(3, 1, false)]
    [DataRow(3, 600, true)]
    [DataRow(300, 50, true)]
    [DataRow(200, 0, false)]
    public void Progress_IsForLongRunsOnly(int actions, int stepMilliseconds, bool shown)
    {
        using var error = new StringWriter();
        using (var progress = new ProgressLine(new ToolConsole(TextWriter.Null, error) { Clock = new SteppingClock(TimeSpan.FromMilliseconds(stepMilliseconds)) }))
        {
            progress.Started("run", actions);
            for (int i = 0; i < actions; i++)
                progress.Progressed(i + 1, Samples.Planned($"run{i}.log", 1).Entry);
        }

        Assert.AreEqual(shown, error.ToString().Contains($" of {actions:N0}  run", StringComparison.Ordinal), error.ToString());
        Assert.AreEqual(shown, error.ToString().EndsWith("\u001b[2K", StringComparison.Ordinal), "the line is cleared at the end");
    }

    [TestMethod]
    [DataRow("NO_COLOR", "1", false)]
    [DataRow("CI", "true", false)]
    [DataRow("TERM", "dumb", false)]
    [DataRow("TERM", "xterm", true)]
    [DataRow("NO_COLOR", "", true)]
    public void Colours_RespectTheEnvironment(string name, string value, bool allowed) =>
        Assert.AreEqual(allowed, new ToolConsole(TextWriter.Null, TextWriter.Null) { Environment = n => n == name ? value : null }.AllowsColor);
}
