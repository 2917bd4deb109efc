using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Tidy.Build.Calls;
using Tidy.Build.Gates;
using Tidy.Build.Relay;
using Tidy.Core;
using Tidy.Core.Builds;

namespace Tidy.Build;

/// <summary>
/// Starts the tool for one call of a build and relays what it says. Of all calls that find the gate open at the same time one runs it, and
/// the others go on. It fails the build only for a mistake in the project or in <c>tidy.json</c>, or where the project's settings ask for it.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class RunTidy : ToolTask
{
    /// <summary>What the host ends with when it finds no run time to start the program with (hostfxr, FrameworkMissingFailure).</summary>
    private const int RuntimeMissing = unchecked((int)0x80008096);

    private readonly List<string> talk = [];
    private EventRelay? relay;
    private bool isCancelled;

    /// <summary>As for <see cref="TidyGate.Hook"/>.</summary>
    [Required]
    public string Hook { get; set; } = "";

    /// <summary>As <see cref="TidyGate.Workspace"/> found it.</summary>
    [Required]
    public string Workspace { get; set; } = "";

    /// <summary>As <see cref="TidyGate.RunMode"/> decided.</summary>
    [Required]
    public string Mode { get; set; } = "";

    public string? Phases { get; set; }

    public string? MinimumAge { get; set; }

    public string? ConfigFile { get; set; }

    /// <summary>Where the tool also writes its JSON report.</summary>
    public string? ReportFile { get; set; }

    /// <summary>Absolute path of <c>dotnet-tidy.dll</c>.</summary>
    [Required]
    public string DotNetTidy { get; set; } = "";

    /// <summary>The <c>dotnet</c> program.</summary>
    [Required]
    public string DotNetHost { get; set; } = "";

    /// <summary><c>warning</c>, <c>message</c> or <c>error</c>, as <see cref="TidyGate"/> has checked.</summary>
    public string LockedFileSeverity { get; set; } = "warning";

    /// <summary>What the project compiles, embeds or copies; it stays where it is.</summary>
    public ITaskItem[] UsedFiles { get; set; } = [];

    /// <summary>Other versions of the targets that this project imports too.</summary>
    public string? OtherTargetsVersion { get; set; }

    protected override string ToolName => Path.GetFileName(DotNetHost);

    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    protected override Encoding StandardErrorEncoding => Encoding.UTF8;

    private BuildCall? Call { get; set; }

    private LockedFileSeverity Severity => (LockedFileSeverity)Enum.Parse(typeof(LockedFileSeverity), LockedFileSeverity, ignoreCase: true);

    public override bool Execute()
    {
        Call = MakeCall();
        using IDisposable? held = StartLock.TryTake(Call.Workspace);
        if (held is null)
            Log.LogMessage(MessageImportance.Low, "{0}", "Tidy: another call is at work in this workspace, or its state folder cannot be written; skipped.");
        else
            RunOnce(Call);
        return !Log.HasLoggedErrors;
    }

    public override void Cancel()
    {
        isCancelled = true;
        base.Cancel();
    }

    protected override string GenerateFullPathToTool() => DotNetHost;

    protected override string GenerateCommandLineCommands() => Call!.Arguments(ReportFile);

    /// <summary>A list may be longer than a command line can be, so it goes into a file.</summary>
    protected override string GenerateResponseFileCommands()
    {
        string root = Call!.Workspace.Root + Path.DirectorySeparatorChar;
        IEnumerable<string> used = UsedFiles.Select(f => f.GetMetadata("FullPath"));
        return string.Join("\n", used.Where(f => f.StartsWith(root, StringComparison.OrdinalIgnoreCase)));
    }

    protected override string GetResponseFileSwitch(string responseFilePath) => "--protect-from " + CommandLine.Quote(responseFilePath);

    protected override string ResponseFileEscape(string responseString) => responseString;

    protected override string GetWorkingDirectory() => Workspace;

    protected override void LogToolCommand(string message) => Log.LogMessage(MessageImportance.Low, "{0}", message);

    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (ToolEvent.Parse(singleLine) is { } one)
        {
            relay!.Take(one);
            return;
        }

        talk.Add(singleLine);
        Log.LogMessage(MessageImportance.Low, "{0}", singleLine);
    }

    /// <summary>What an exit code means was said by the events before it.</summary>
    protected override bool HandleTaskExecutionErrors() => true;

    private BuildCall MakeCall() => new(
        (BuildHook)Enum.Parse(typeof(BuildHook), Hook), (TidyMode)Enum.Parse(typeof(TidyMode), Mode), new BuildWorkspace(Workspace, ConfigFile))
    {
        Phases = Phases,
        MinimumAge = MinimumAge,
        ConfigFile = ConfigFile,
        ToolPath = DotNetTidy,
    };

    private void RunOnce(BuildCall call)
    {
        GateVerdict verdict = new GateCheck(call, Now.Utc).Verdict();
        if (verdict == GateVerdict.NotDue)
            return;
        bool isNewBuild = OpenBuild.IsNew(call.Workspace, BuildEngine4);
        var memory = BuildMemory.Load(call.Workspace, isNewBuild);
        if (verdict == GateVerdict.Due || isNewBuild)
        {
            relay = new EventRelay(Log, new RelaySettings(call) { LockedFiles = Severity, IsFirstTime = memory.IsFirstTime });
            Start(call, memory);
        }

        memory.Save();
    }

    private void Start(BuildCall call, BuildMemory memory)
    {
        if (!string.IsNullOrEmpty(OtherTargetsVersion) && memory.IsFirstTime(Codes.VersionSkew))
            Log.LogMessage(MessageImportance.High, "{0}", $"Tidy {Codes.VersionSkew}: this project imports Tidy.targets of the versions {OtherTargetsVersion} and {TaskVersion.Text}; the one imported last is used.");
        string? before = GateCheck.ReadText(call.Workspace.State(GateFile.Name));
        base.Execute();
        if (isCancelled)
            return;
        if (!relay!.IsComplete && memory.IsFirstTime(Codes.ToolNotStarted))
            Log.LogWarning("Tidy", Codes.ToolNotStarted, null, null, null, 0, 0, 0, 0, "{0}", WhyNot());
        if (GateCheck.ReadText(call.Workspace.State(GateFile.Name)) == before)
            FallbackGate.Write(call, Now.Utc);
    }

    private string WhyNot() => ExitCode is RuntimeMissing or (RuntimeMissing & 0xFF)
        ? "Tidy needs the .NET 10 run time (or a newer one), and it is not installed here; nothing was moved, and the build goes on. Install it, or set TidyEnabled=false."
        : $"The tool '{DotNetTidy}' ended with {ExitCode} before it was done; the build goes on. It said: {string.Join(" ", talk.Take(5))}";
}
