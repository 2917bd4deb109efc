namespace Tidy.Core;

/// <summary>Every code a person may see. Stable: severity settings, SARIF rules and <c>docs/codes.md</c> refer to them.</summary>
public static class Codes
{
    public const string InUseQueued = "TIDY1001";
    public const string StillInUse = "TIDY1002";
    public const string Abandoned = "TIDY1003";
    public const string StateDamaged = "TIDY1004";
    public const string WorkspaceBusy = "TIDY1005";
    public const string NeedsPerson = "TIDY1006";
    public const string LastAttempt = "TIDY1007";
    public const string MovedFromQueue = "TIDY1008";

    public const string Stray = "TIDY2001";
    public const string NotAllowed = "TIDY2002";
    public const string Database = "TIDY2003";
    public const string Secret = "TIDY2004";
    public const string NotText = "TIDY2005";
    public const string SpecialFile = "TIDY2006";
    public const string Reported = "TIDY2007";
    public const string MoveFailed = "TIDY2008";
    public const string HeldByOwnBuild = "TIDY2009";
    public const string GitUnknown = "TIDY2010";
    public const string QueueUnwell = "TIDY2011";
    public const string RequiredMissing = "TIDY2012";
    public const string TruthSourceMissing = "TIDY2013";
    public const string TruthSourceDivergent = "TIDY2014";
    public const string UnknownDocument = "TIDY2015";
    public const string BucketMissing = "TIDY2016";
    public const string Unreadable = "TIDY2017";
    public const string GrownOld = "TIDY2018";
    public const string ForeignIndex = "TIDY2019";
    public const string IndexBehind = "TIDY2020";

    public const string NotScheduled = "TIDY3001";
    public const string SchedulerFailed = "TIDY3002";
    public const string SchedulerMissing = "TIDY3003";
    public const string WorkspaceListDamaged = "TIDY3004";
    public const string WillNotRun = "TIDY3005";
    public const string MayNotRun = "TIDY3006";
    public const string WorkspaceNotServed = "TIDY3007";
    public const string ScheduleBusy = "TIDY3008";
    public const string NotDelivered = "TIDY3010";
    public const string SecretInSettings = "TIDY3011";
    public const string NobodyToTell = "TIDY3012";
    public const string TelemetryMisconfigured = "TIDY3020";
    public const string TelemetryNotTaken = "TIDY3021";
    public const string WorkspaceUnmeasured = "TIDY3022";
    public const string DashboardMissing = "TIDY3030";
    public const string DashboardNotStarted = "TIDY3031";
    public const string DashboardRefused = "TIDY3032";
    public const string AlreadyWatched = "TIDY3040";
    public const string WatchLimited = "TIDY3041";
    public const string WatchWaits = "TIDY3042";
    public const string WatchLost = "TIDY3043";
    public const string ConfigKept = "TIDY3044";

    public const string Usage = "TIDY9001";
    public const string BadConfig = "TIDY9002";
    public const string PathRefused = "TIDY9003";
    public const string OverLimits = "TIDY9004";
    public const string StalePlan = "TIDY9005";
    public const string LockingUnsafe = "TIDY9006";
    public const string NewerSchema = "TIDY9007";
    public const string QueueFull = "TIDY9008";
    public const string PhaseFailed = "TIDY9009";
    public const string UndoRefused = "TIDY9011";
    public const string Unexpected = "TIDY9012";
    public const string Cancelled = "TIDY9013";
    public const string ToolNotStarted = "TIDY9014";
    public const string VersionSkew = "TIDY9015";
}
