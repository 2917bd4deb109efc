namespace Tidy.Core.Phases;

/// <summary>What the retry phase makes of one pending move.</summary>
internal enum TryVerdict
{
    /// <summary>Nothing to do and nothing to say.</summary>
    Wait,
    Move,

    /// <summary>Still in use, and due: the attempt is counted and reported without a move.</summary>
    CountAsAttempt,
}
