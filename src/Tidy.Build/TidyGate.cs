using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Tidy.Build.Calls;
using Tidy.Build.Gates;
using Tidy.Build.Relay;
using Tidy.Core;

namespace Tidy.Build;

/// <summary>Asks with a few looks at the disk whether <see cref="RunTidy"/> has anything to do; a tidy workspace costs no more than that.</summary>
[MSBuildMultiThreadableTask]
public sealed class TidyGate : Task
{
    /// <summary><c>BeforeBuild</c>, <c>AfterBuild</c> or <c>OnDemand</c>.</summary>
    [Required]
    public string Hook { get; set; } = "";

    /// <summary>Absolute.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    public string? SolutionFolder { get; set; }

    /// <summary>The property <c>TidyRoot</c>.</summary>
    public string? Root { get; set; }

    /// <summary>The property <c>TidyMode</c>; empty: decided here.</summary>
    public string? Mode { get; set; }

    public bool IsCi { get; set; }

    public string? Phases { get; set; }

    public string? MinimumAge { get; set; }

    public string? ConfigFile { get; set; }

    public string? ToolPath { get; set; }

    /// <summary><c>warning</c>, <c>message</c> or <c>error</c>; only checked here, so that a mistake shows in every build.</summary>
    [Required]
    public string LockedFileSeverity { get; set; } = "";

    [Output]
    public bool IsDue { get; private set; }

    /// <summary>The workspace; empty when there is none.</summary>
    [Output]
    public string Workspace { get; private set; } = "";

    /// <summary>The mode that was decided on.</summary>
    [Output]
    public string RunMode { get; private set; } = "";

    public override bool Execute()
    {
        var hook = (BuildHook)Enum.Parse(typeof(BuildHook), Hook);
        string? root = BuildWorkspace.FindRoot(ProjectFolder, Root, SolutionFolder) ?? (hook == BuildHook.OnDemand ? ProjectFolder : null);
        if (root is null)
            return true;
        var workspace = new BuildWorkspace(root, ConfigFile);
        if (!ModeChoice.TryDecide(Mode, workspace, IsCi, out TidyMode mode))
            return Refuse(workspace, $"There is no TidyMode '{Mode}'. Valid values are {ModeChoice.ValidValues}.");
        if (!PropertyWord.TryParse(LockedFileSeverity, out LockedFileSeverity _))
            return Refuse(workspace, $"There is no TidyLockedFileSeverity '{LockedFileSeverity}'. Valid values are warning, message, error.");

        var call = new BuildCall(hook, mode, workspace)
        {
            Phases = Phases,
            MinimumAge = MinimumAge,
            ConfigFile = ConfigFile,
            ToolPath = ToolPath,
        };
        Workspace = workspace.Root;
        RunMode = mode.ToString();
        IsDue = new GateCheck(call, Now.Utc).Verdict() != GateVerdict.NotDue;
        return true;
    }

    private bool Refuse(BuildWorkspace workspace, string mistake)
    {
        if (PropertyMistake.IsNew(mistake, workspace, BuildEngine4))
            Log.LogError("Tidy", Codes.Usage, null, null, null, 0, 0, 0, 0, "{0}", mistake);
        return !Log.HasLoggedErrors;
    }
}
