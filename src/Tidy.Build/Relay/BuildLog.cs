using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Tidy.Build.Relay;

/// <summary>Writes to the build's log, with code and file, and nothing twice in one build.</summary>
internal sealed class BuildLog(TaskLoggingHelper log, RelaySettings settings)
{
    private const string Subcategory = "Tidy";

    public void Warn(string code, string? path, string message) => WarnOnce(code, path, message, code + " " + path);

    /// <summary>A file in use, with the severity that the project chose.</summary>
    /// <param name="attempt">Another attempt is another message.</param>
    public void WarnLocked(string code, string? path, string message, string? attempt)
    {
        string key = $"{code} {path} {attempt}";
        if (settings.LockedFiles == LockedFileSeverity.Warning)
            WarnOnce(code, path, message, key);
        else if (settings.LockedFiles == LockedFileSeverity.Message)
            Message(MessageImportance.High, code, path is null ? message : $"'{path}': {message}");
        else if (settings.IsFirstTime(key))
            log.LogError(Subcategory, code, null, null, FullPath(path), 0, 0, 0, 0, "{0}", message);
    }

    /// <summary>What kept the run from starting: the project or <c>tidy.json</c> has to be corrected.</summary>
    public void Error(string code, ToolEvent finding)
    {
        string message = finding["message"]!;
        if (settings.IsFirstTime($"{code} {message}"))
            log.LogError(Subcategory, code, null, null, FullPath(finding["path"]), finding.Number("line"), finding.Number("column"), 0, 0, "{0}", message);
    }

    public void Message(MessageImportance importance, string? code, string message) =>
        log.LogMessage(importance, "{0}", code is null ? $"Tidy: {message}" : $"Tidy {code}: {message}");

    private void WarnOnce(string code, string? path, string message, string key)
    {
        if (settings.IsFirstTime(key))
            log.LogWarning(Subcategory, code, null, null, FullPath(path), 0, 0, 0, 0, "{0}", message);
    }

    private string? FullPath(string? path) =>
        path is null ? null : Path.Combine(settings.Call.Workspace.Root, path.Replace('/', Path.DirectorySeparatorChar));
}
