namespace Tidy.Build.Gates;

/// <summary>Whether a call has to start the tool.</summary>
internal enum GateVerdict
{
    NotDue,

    /// <summary>Something changed, or its time has come.</summary>
    Due,

    /// <summary>Nothing changed, but the last run found something that each build says once.</summary>
    SaysAgain,
}
