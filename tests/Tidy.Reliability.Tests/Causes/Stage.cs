using System.Diagnostics;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Holders;
using Tidy.Core.Moving;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Tests;
using Tidy.Core.Workspaces;
using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Causes;

/// <summary>A scene set up in a real workspace, and the runs in it: by the real tool, or by the engine where time has to pass.</summary>
internal sealed class Stage : IDisposable
{
    private const string OtherUserId = "65534";

    private readonly Scene scene;
    private readonly TemporaryWorkspace workspace = new();
    private FileHolder? holder;

    private Stage(Scene scene) => this.scene = scene;

    /// <summary>Null when nobody holds the file.</summary>
    public int? HolderId => holder?.ProcessId;

    private static string[] AsOther => ["setpriv", $"--reuid={OtherUserId}", $"--regid={OtherUserId}", "--clear-groups", "env", "HOME=/tmp"];

    public static Stage Of(Scene scene)
    {
        if (scene.NeedsRoot)
            Mount.RequireRoot();
        Stage stage = new(scene);
        try
        {
            stage.SetUp();
            return stage;
        }
        catch
        {
            stage.Dispose();
            throw;
        }
    }

    public ToolAnswer Tidy(params string[] args) => Run([], args);

    /// <summary>The run in which the scene's fault is played.</summary>
    public ToolAnswer FirstTidy(params string[] args) => Run(
        scene.Injected is { } error ? ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=renameat2", "-e", $"inject=renameat2:error={error}:when=1..2"] : [], args);

    /// <summary>The engine at a time of the test's choice, with the rights of the scene's user.</summary>
    public RunResult Apply(TimeProvider clock)
    {
        TidyConfig config = ConfigReader.Parse(scene.Config, "tidy.json");
        // The engine is in this process, and children of other tests have copies of what it opened until they exec: it must not see those.
        if (scene.HoldMode is null)
            config = config with { InUse = InUsePolicy.Off };
        RunRequest request = new() { Command = RunCommand.Apply, Root = workspace.Root, Config = config };
        RunServices services = new() { Files = OsFiles.Current, Processes = Processes.Current, Clock = clock };
        return scene.AsOther ? OtherUser.Do(() => new TidyRun(request, services).Execute()) : new TidyRun(request, services).Execute();
    }

    /// <summary>The system names the holder, given time.</summary>
    public bool FindsHolder()
    {
        string path = workspace.At(scene.Source);
        return Processes.Current.FindHolders([path], TimeSpan.FromSeconds(30)).GetValueOrDefault(path, []).Any(h => h.ProcessId == HolderId);
    }

    /// <summary>Null when the queue does not have it.</summary>
    public PendingMove? Pending() => Store().Read().Queue.FindBySource(WorkspacePath.Parse(scene.Source));

    public string QueueText() => Programs.Run("cat", workspace.Root.QueuePath);

    /// <summary>Every file by its content, but those that Tidy writes for itself; read without a lock, also what others hold.</summary>
    public string[] Files() =>
        Shell("find . -path ./.autonomous_runs -prune -o -type f ! -name .gitignore ! -name tidy.json -exec sha256sum {} + | sed 's|^\\([0-9a-f]\\{16\\}\\)[^ ]*  ./|\\1 |' | sort -k2")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public bool Exists(string relative) => Path.Exists(workspace.At(relative));

    /// <summary>The cause goes away.</summary>
    public void Relieve()
    {
        holder?.Release();
        Shell(scene.Relieve);
    }

    public void Dispose()
    {
        holder?.Dispose();
        // Innermost mounts first; a mark that is left would keep the folder.
        Programs.Shell($"""
            grep -F ' {workspace.FullPath}/' /proc/mounts | cut -d ' ' -f 2 | sort -r | while read -r at; do umount --lazy "$at"; done
            chattr -R -f -i -a '{workspace.FullPath}' 2>/dev/null || true
            """);
        workspace.Dispose();
    }

    private void SetUp()
    {
        workspace.Write("tidy.json", scene.Config);
        if (scene.IsPending)
            Store().Transact(queue => queue.AddOrUpdate(Item()));
        Shell(scene.Arrange);
        if (scene.HoldMode is { } mode)
            holder = FileHolder.Start(mode, workspace.At(scene.Held!));
    }

    /// <summary>An item that is due at once, and whose next attempt will count as its first.</summary>
    private PendingMove Item()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        Failure failure = new(FailureReason.Unknown, OsCode.Ok, "rename", "an earlier run could not move it");
        return new RetrySchedule(new QueueConfig()).NewItem(WorkspacePath.Parse(scene.Source), WorkspacePath.Parse(scene.Destination), new(failure, OsFamily.Linux, now)) with
        {
            AttemptCount = 0,
            NextEligibleAt = now,
        };
    }

    private ToolAnswer Run(string[] through, string[] args)
    {
        string[] command = [.. scene.AsOther ? AsOther : [], .. through, ToolProcess.Host, "exec", ToolProcess.Dll, .. args];
        ProcessStartInfo start = ToolProcess.StartInfo(workspace.FullPath);
        start.FileName = command[0];
        start.ArgumentList.Clear();
        foreach (string word in command[1..])
            start.ArgumentList.Add(word);
        using ToolProcess tool = ToolProcess.Start(start);
        return tool.End();
    }

    private QueueStore Store() => new(workspace.Root, OsFiles.Current, TimeProvider.System, new QueueConfig());

    private string Shell(string script) => Programs.Shell($"set -e; cd '{workspace.FullPath}'\n{script}");
}
