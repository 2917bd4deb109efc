namespace Tidy.Build.Calls;

/// <summary>Decides the mode where the project does not say one.</summary>
internal static class ModeChoice
{
    public const string ValidValues = "apply, verify, report, retry, off";

    /// <param name="given">The property <c>TidyMode</c>.</param>
    /// <param name="mode">Nothing moves before somebody wrote a <c>tidy.json</c> and a person ran Tidy once in this clone; nothing moves in CI.</param>
    /// <returns>False when <paramref name="given"/> is no mode.</returns>
    public static bool TryDecide(string? given, BuildWorkspace workspace, bool isCi, out TidyMode mode)
    {
        if (!string.IsNullOrEmpty(given))
            return PropertyWord.TryParse(given!, out mode);
        mode = !workspace.HasConfiguration ? TidyMode.Report
            : isCi ? TidyMode.Verify
            : workspace.HasConsent ? TidyMode.Apply
            : TidyMode.Report;
        return true;
    }
}
