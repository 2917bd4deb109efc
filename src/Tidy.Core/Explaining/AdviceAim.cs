namespace Tidy.Core.Explaining;

/// <summary>The answer that somebody wants to have instead.</summary>
public enum AdviceAim
{
    /// <summary>It moves.</summary>
    Move,

    /// <summary>It stays where it is, and nothing is reported about it.</summary>
    Stay,

    /// <summary>What waits in the queue is tried now.</summary>
    Try,

    /// <summary>What waits in the queue is left alone.</summary>
    Hold,

    /// <summary>The queue forgets it; the file stays.</summary>
    Forget,
}
