using System.Globalization;
using System.Text;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Queue;
using Tidy.Core.Reports;

namespace Tidy.Core.Notices;

/// <summary>Items that nobody will move without a person, in words: which, why, who held them, what to type.</summary>
/// <param name="workspace">Safe to print, as <paramref name="machine"/> is.</param>
internal sealed class ItemsText(string workspace, string machine, IReadOnlyList<PendingMove> items)
{
    private const int Described = 20;
    private const int Named = 5;
    private const int PathLength = 200;

    /// <summary><c>shop: 2 files were given up, 1 needs a person</c>.</summary>
    public string Title() => $"{workspace}: {What()}";

    public string Full()
    {
        StringBuilder text = new($"In {workspace} on {machine}, {What()}. {(items.Count == 1 ? "It stays where it is" : "They stay where they are")} until somebody decides.\n\n");
        foreach (PendingMove item in items.Take(Described))
            Describe(text, item);
        if (items.Count > Described)
            text.Append(CultureInfo.InvariantCulture, $"And {items.Count - Described} more: dotnet tidy queue list\n\n");
        return text.Append($"""
            To decide, in the folder of {workspace}:
              dotnet tidy queue report     who holds them now, and what to do first
              dotnet tidy retry ID         try one again
              dotnet tidy queue drop ID    forget one; its file stays

            Each file is told once for each cause. Who is told: dotnet tidy notify status

            """.ReplaceLineEndings("\n")).ToString();
    }

    public string Brief()
    {
        IEnumerable<string> lines = items.Take(Named).Select(i => $"{PathOf(i.Source.Value)}: {WhyOf(i)}");
        string more = items.Count > Named ? $"\nand {items.Count - Named} more" : "";
        return string.Join('\n', lines) + more + "\nWhat to do: dotnet tidy queue report";
    }

    private string What()
    {
        int abandoned = items.Count(i => i.Status == PendingStatus.Abandoned), manual = items.Count - abandoned;
        string givenUp = abandoned == 1 ? "1 file was given up" : $"{abandoned} files were given up";
        string needed = manual == 1 ? "1 file needs a person" : $"{manual} files need a person";
        return abandoned == 0 ? needed : manual == 0 ? givenUp : $"{givenUp}, {manual} {(manual == 1 ? "needs" : "need")} a person";
    }

    private static void Describe(StringBuilder text, PendingMove item)
    {
        string became = item.Status == PendingStatus.Abandoned ? "given up" : "needs a person";
        text.Append(CultureInfo.InvariantCulture, $"{PathOf(item.Source.Value)}\n  {became} after {Attempts(item.AttemptCount)} since {item.FirstSeenAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {WhyOf(item)}\n");
        if (item.Reason == FailureReason.Locked && item.Holders.Count > 0)
            text.Append($"  at the last attempt held by {HoldersOf(item)}\n");
        text.Append($"  was to go to {PathOf(item.Destination.Value)}\n  dotnet tidy retry {VisibleText.Of(item.Id)}\n\n");
    }

    /// <summary>What the system said is left out: it may name a path outside of the workspace.</summary>
    private static string WhyOf(PendingMove item) => item.Reason switch
    {
        FailureReason.Locked => "it was in use each time",
        FailureReason.Permission => "rights to move it are missing",
        FailureReason.DestExists => "another file has the name that it should get",
        FailureReason.MissingSource => "it was not there",
        FailureReason.CrossDevice => "it lies on another disk than its destination",
        FailureReason.ReadOnlyFs => "the disk can only be read",
        FailureReason.PathTooLong => "its path would be too long",
        FailureReason.DiskFull => "the disk is full",
        _ => "the system refused, and did not say why in a word that is known",
    };

    private static string HoldersOf(PendingMove item) =>
        string.Join(", ", item.Holders.Take(Named).Select(static (Holder h) => $"{PathOf(h.Name)} (pid {h.ProcessId})"));

    private static string Attempts(int count) => count == 1 ? "1 attempt" : $"{count} attempts";

    private static string PathOf(string path) => VisibleText.Shortened(VisibleText.Of(path), PathLength);
}
