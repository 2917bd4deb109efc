namespace Tidy.Core.Queue;

internal enum QueueDamage
{
    None,
    Unreadable,

    /// <summary>There is no queue file, but the last good copy has items.</summary>
    Vanished,
}
