using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Queue;

/// <summary>The words for what was found wrong with the queue.</summary>
internal static class QueueFindings
{
    /// <param name="keptAs">Where the unreadable file is now; null in a preview, which only says what would happen.</param>
    public static List<Finding> Of(LoadedQueue loaded, string? keptAs, bool repaired)
    {
        var findings = new List<Finding>();
        string restored = Restored(loaded, repaired);
        if (loaded.Damage == QueueDamage.Unreadable)
            findings.Add(Warning($"The pending queue could not be read ({loaded.Problem}). It {Kept(keptAs)}, and {restored}."));
        if (loaded.Damage == QueueDamage.Vanished)
            findings.Add(Warning($"The pending queue had vanished; {restored}. To empty it, use 'dotnet tidy queue clear'."));
        foreach (DamagedItem item in loaded.Damaged)
            findings.Add(Of(item, repaired));
        return findings;
    }

    public static Finding LastGoodNotWritten(string why) =>
        Warning($"The pending queue was saved, but its last good copy was not: {why}");

    private static Finding Of(DamagedItem item, bool repaired)
    {
        string fate = repaired ? $"was set aside in {WorkspacePath.StateFolder}/{QueueStore.SetAsideName}" : "is left out and would be set aside";
        string message = $"An item of the pending queue {fate}: it {item.Problem}. The item moves nothing any more; the rules decide about its file.";
        return new Finding(item.Code, FindingLevel.Warning, item.Path, message);
    }

    private static string Kept(string? keptAs) => keptAs is null ? "would be set aside" : $"was set aside as '{keptAs}'";

    private static string Restored(LoadedQueue loaded, bool repaired) => loaded.HasLastGood
        ? $"{loaded.Queue.Count} pending moves {(repaired ? "were" : "would be")} restored from the last good copy"
        : "there was no usable last good copy to restore from: files it named stay where they are and are planned again";

    private static Finding Warning(string message) => new(Codes.StateDamaged, FindingLevel.Warning, WorkspacePath.QueueFile, message);
}
