namespace Tidy.Core.Queue;

/// <summary>The queue as the disk has it, before anything was repaired.</summary>
/// <param name="Damage">What was wrong with the file as a whole.</param>
/// <param name="Problem">For <see cref="QueueDamage.Unreadable"/>: why.</param>
/// <param name="HasLastGood">The queue comes from the last good copy.</param>
internal sealed record LoadedQueue(
    PendingQueue Queue,
    IReadOnlyList<DamagedItem> Damaged,
    QueueDamage Damage,
    string? Problem,
    bool HasLastGood)
{
    public bool NeedsRepair => Damage != QueueDamage.None || Damaged.Count > 0;
}
