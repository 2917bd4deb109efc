using System.Globalization;
using System.Text;
using Tidy.Core.Reports;

namespace Tidy.Core.Notices;

/// <summary>The workspaces of a machine in words: those that need a person first.</summary>
/// <param name="machine">Safe to print.</param>
internal sealed class SummaryText(string machine, IReadOnlyList<WorkspaceSummary> workspaces, DateTimeOffset since)
{
    private const int Named = 5;
    private const int NameLength = 100;

    private readonly WorkspaceSummary[] ordered = [.. workspaces.OrderByDescending(w => w.NeedsPerson)];

    /// <summary><c>Tidy on build-7: 42 files put away, 3 need a person</c>.</summary>
    public string Title()
    {
        int need = workspaces.Sum(w => w.Abandoned + w.NeedsManual);
        return $"Tidy on {machine}: {Files(workspaces.Sum(w => w.Moved))} put away, {(need == 0 ? "none waits" : need == 1 ? "1 waits" : $"{need} wait")} for a person";
    }

    public string Full()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"What Tidy did on {machine} since {since.UtcDateTime:yyyy-MM-dd}.\n\n");
        foreach (WorkspaceSummary workspace in ordered)
            Describe(text, workspace);
        if (workspaces.Count == 0)
            text.Append("No workspace is registered; 'dotnet tidy schedule install' in a workspace registers it.\n\n");
        return text.Append("To look closer, in the folder of a workspace: dotnet tidy queue report\n").ToString();
    }

    public string Brief()
    {
        IEnumerable<string> lines = ordered.Take(Named).Select(w => $"{NameOf(w)}: {w.Problem ?? StateOf(w)}");
        return string.Join('\n', lines) + (ordered.Length > Named ? $"\nand {ordered.Length - Named} more" : "");
    }

    private static void Describe(StringBuilder text, WorkspaceSummary workspace)
    {
        text.Append($"{NameOf(workspace)}\n");
        if (workspace.Problem is { } problem)
        {
            text.Append($"  {problem}\n\n");
            return;
        }

        string failed = workspace.FailedRuns == 0 ? "" : $", {workspace.FailedRuns} of them failed";
        text.Append(CultureInfo.InvariantCulture, $"  {Files(workspace.Moved)} put away ({workspace.Bytes / 1e6:0.0} MB) in {Count(workspace.Runs, "run")}{failed}\n");
        text.Append($"  {StateOf(workspace)}\n");
        if (workspace.Oldest is { } oldest)
            text.Append(CultureInfo.InvariantCulture, $"  the oldest waits since {oldest.UtcDateTime:yyyy-MM-dd HH:mm} UTC\n");
        if (workspace.TopHolders.Count > 0)
            text.Append($"  mostly held by {string.Join(", ", workspace.TopHolders.Select(h => $"{Shown(h.Name)} ({Count(h.Attempts, "attempt")})"))}\n");
        text.Append('\n');
    }

    private static string StateOf(WorkspaceSummary workspace) =>
        $"in the queue: {workspace.Pending} pending, {workspace.Abandoned} given up, {workspace.NeedsManual} in need of a person";

    private static string NameOf(WorkspaceSummary workspace) => Shown(workspace.Name);

    private static string Shown(string name) => VisibleText.Shortened(VisibleText.Of(name), NameLength);

    private static string Files(int count) => Count(count, "file");

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
