namespace Tidy.Core.Configuration;

/// <summary>
/// The words of a configuration for the values of each enumeration, in the order of these. Written out, for asking an enumeration for
/// its names costs a millisecond of every start.
/// </summary>
internal static class ConfigWords
{
    public static readonly string[] Actions = ["move", "report", "keep"];
    public static readonly string[] Conflicts = ["rename", "skip", "fail", "deduplicate"];
    public static readonly string[] RootPolicies = ["clutter", "allowlist"];
    public static readonly string[] GitStates = ["untracked", "ignored", "tracked"];
    public static readonly string[] TrackedFiles = ["keep", "move"];
    public static readonly string[] InUse = ["any", "write", "locked", "off"];
    public static readonly string[] QueueOrders = ["smallest", "largest", "oldest"];
    public static readonly string[] DocsModes = ["report", "reduce"];
    public static readonly string[] RetentionActions = ["report", "compress"];
}
