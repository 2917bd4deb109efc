using Tidy.Core.Planning;
using Tidy.Core.Platform;

namespace Tidy.Core.Journal;

/// <summary>Planned entries as intent lines and back.</summary>
internal static class Intents
{
    public static IEnumerable<JournalRecord> Of(IReadOnlyList<PlanEntry> actions)
    {
        Dictionary<string, int> numbers = [];
        for (int n = 0; n < actions.Count; n++)
        {
            PlanEntry entry = actions[n];
            numbers[entry.Source.Value] = n;
            yield return new JournalRecord
            {
                Type = JournalTypes.Intent,
                Number = n,
                Source = entry.Source.Value,
                Destination = (entry.Destination ?? entry.Source).Value,
                Action = WireNames.Of(entry.Action),
                Phase = entry.Phase,
                Kind = entry.Stat.Kind == FileKind.File ? null : entry.Stat.Kind.ToString(),
                Device = entry.Stat.Device,
                Inode = entry.Stat.Inode,
                Size = entry.Stat.Size,
                Modified = entry.Stat.ModifiedTicks,
                Mode = entry.Stat.Mode,
                IsTracked = entry.IsTracked ? true : null,
                Unit = entry.UnitOf is { } leader ? numbers.GetValueOrDefault(leader.Value) : null,
            };
        }
    }

    public static FileStat StatOf(JournalRecord intent) => new(
        intent.Kind is null ? FileKind.File : Enum.Parse<FileKind>(intent.Kind),
        intent.Device ?? 0,
        intent.Inode ?? 0,
        intent.Size ?? 0,
        intent.Modified ?? 0,
        intent.Mode ?? 0,
        Links: 1);
}
