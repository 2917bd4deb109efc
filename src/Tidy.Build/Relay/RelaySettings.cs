using Tidy.Build.Calls;

namespace Tidy.Build.Relay;

/// <summary>How events become messages of the build.</summary>
internal sealed class RelaySettings(BuildCall call)
{
    public BuildCall Call { get; } = call;

    /// <summary>For files that are in use.</summary>
    public LockedFileSeverity LockedFiles { get; init; }

    /// <summary>False when this build has said the same already.</summary>
    public Func<string, bool> IsFirstTime { get; init; } = static _ => true;
}
