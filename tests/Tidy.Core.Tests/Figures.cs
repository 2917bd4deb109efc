using System.Globalization;

namespace Tidy.Core.Tests;

/// <summary>
/// What a suite did in numbers. With <c>TIDY_FIGURES=FILE</c> each adds its line to that file: CI prints it, and <c>docs/reliability.md</c> shows the
/// lines of the last full run.
/// </summary>
internal static class Figures
{
    /// <param name="tried">Number and unit of what was tried, such as <c>412 kill points</c>.</param>
    /// <param name="seen">What came of it, such as <c>0 files lost</c>.</param>
    public static void Report(TestContext context, string suite, string tried, string seen)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"| {suite} | {tried} | {seen} |");
        context.WriteLine(line);
        if (Environment.GetEnvironmentVariable("TIDY_FIGURES") is { Length: > 0 } file)
            Append(file, line);
    }

    /// <summary>Several test programs run at once.</summary>
    private static void Append(string file, string line)
    {
        using Mutex turn = new(initiallyOwned: false, "tidy-test-figures");
        turn.WaitOne();
        try
        {
            File.AppendAllText(file, line + "\n");
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }
}
