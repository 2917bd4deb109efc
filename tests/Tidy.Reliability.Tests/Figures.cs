using System.Globalization;

namespace Tidy.Reliability.Tests;

/// <summary>
/// What a suite did in numbers. <c>docs/reliability.md</c> shows those of the last full run: with <c>TIDY_FIGURES=FILE</c> each suite adds
/// its line to that file.
/// </summary>
internal static class Figures
{
    private static readonly Lock Turn = new();

    /// <param name="tried">Number and unit of what was tried, such as <c>412 kill points</c>.</param>
    /// <param name="seen">What came of it, such as <c>0 files lost</c>.</param>
    public static void Report(TestContext context, string suite, string tried, string seen)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"| {suite} | {tried} | {seen} |");
        context.WriteLine(line);
        if (Environment.GetEnvironmentVariable("TIDY_FIGURES") is not { Length: > 0 } file)
            return;
        lock (Turn)
            File.AppendAllText(file, line + "\n");
    }
}
