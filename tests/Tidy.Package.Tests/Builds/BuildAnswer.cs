using System.Text.RegularExpressions;

namespace Tidy.Package.Tests.Builds;

/// <summary>What a build said and did.</summary>
/// <param name="Starts">The tool's command of each start, in their order.</param>
internal sealed partial record BuildAnswer(Answer Answer, string[] Starts)
{
    /// <summary>All lines of the log that warn with a code of ours; a warning that came twice is here twice.</summary>
    public string[] TidyWarnings => [.. Lines.Where(l => Warning().IsMatch(l))];

    /// <summary>All lines of the log that are errors with a code of ours.</summary>
    public string[] TidyErrors => [.. Lines.Where(l => Error().IsMatch(l))];

    /// <summary>The codes of <see cref="TidyWarnings"/>, in their order.</summary>
    public string[] WarningCodes => [.. TidyWarnings.Select(l => Warning().Match(l).Groups["code"].Value)];

    /// <summary>All lines of the log in which Tidy says something without warning.</summary>
    public string[] TidyMessages => [.. Lines.Where(l => Message().IsMatch(l)).Select(l => l.Trim())];

    /// <summary>The log without the summary at its end, in which <c>dotnet build</c> says each warning again (it cannot be asked not to).</summary>
    public IEnumerable<string> Lines => Answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeWhile(l => l is not ("Build succeeded." or "Build FAILED."));

    /// <summary>Fails the test, with the whole log, unless the build ended as expected.</summary>
    public BuildAnswer WithExit(int expected)
    {
        Answer.WithExit(expected);
        return this;
    }

    /// <summary>Fails the test, with the whole log, unless the tool was started for just these commands.</summary>
    public BuildAnswer WithStarts(params string[] expected)
    {
        CollectionAssert.AreEqual(expected, Starts, ToString());
        return this;
    }

    /// <summary>Fails the test, with the whole log, unless there are just these warnings of ours.</summary>
    public BuildAnswer WithWarnings(params string[] codes)
    {
        CollectionAssert.AreEquivalent(codes, WarningCodes, ToString());
        return this;
    }

    public override string ToString() => $"starts: {string.Join(' ', Starts)}\n{Answer}";

    [GeneratedRegex(@": Tidy warning (?<code>TIDY\d{4}): ", RegexOptions.ExplicitCapture)]
    private static partial Regex Warning();

    [GeneratedRegex(@": Tidy error (?<code>TIDY\d{4}): ", RegexOptions.ExplicitCapture)]
    private static partial Regex Error();

    [GeneratedRegex(@"^\s*Tidy( TIDY\d{4})?: ", RegexOptions.ExplicitCapture)]
    private static partial Regex Message();
}
