namespace Tidy.Build.Calls;

/// <summary>What an automatic call may do; the words of the property <c>TidyMode</c>.</summary>
internal enum TidyMode
{
    Off,

    /// <summary>Says in one line per build how much is out of place.</summary>
    Report,

    /// <summary>Warns about everything that is out of place.</summary>
    Verify,

    /// <summary>Moves queued files only.</summary>
    Retry,
    Apply,
}
