using System.Text;
using System.Text.Json;
using Tidy.Core.Locking;
using Tidy.Core.Platform;
using Tidy.Core.Settings;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Scheduling;

/// <summary><c>workspaces.json</c> in the person's folder. Whoever changes it, or the registration with the system, holds its lock meanwhile.</summary>
public sealed class WorkspaceRegistry(UserFolder folder, IOsFiles files, TimeProvider clock)
{
    public const string FileName = "workspaces.json";

    private const string LockName = "workspaces.lock";

    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    private readonly StateFile file = new(folder.File(FileName), clock, files);

    public string FullPath => file.FullPath;

    /// <summary>Waits for another process that changes schedules.</summary>
    /// <exception cref="TidyException">It took too long.</exception>
    public OsLock Lock()
    {
        folder.Ensure();
        return OsLock.TryAcquire(folder.File(LockName), LockTimeout, clock) ?? throw new TidyException(
            Codes.WorkspaceBusy,
            ExitCode.Busy,
            $"Another process has been changing the schedule for {LockTimeout.TotalSeconds:0} s. Nothing was changed; run this again when it is done.");
    }

    /// <exception cref="TidyException">It cannot be read: never taken for an empty one.</exception>
    public WorkspaceList Read()
    {
        if (file.Read() is not { } content)
            return WorkspaceList.Empty;
        try
        {
            WorkspaceListJson json = JsonSerializer.Deserialize(content, SchedulingFormats.Indented.WorkspaceListJson) ?? throw new JsonException("it is null");
            return json.Problem is { } problem ? throw Damaged(problem) : json.ToList();
        }
        catch (JsonException e)
        {
            throw Damaged(e.Message, e);
        }
    }

    /// <summary>Only under the lock. A reader and a crash see all of the old or all of the new.</summary>
    /// <exception cref="TidyException">It cannot be written; the old one is still there.</exception>
    public void Write(WorkspaceList list)
    {
        file.RemoveLeftovers();
        file.Replace(Encoding.UTF8.GetBytes(TextOf(list)));
    }

    internal static string TextOf(WorkspaceList list) => JsonSerializer.Serialize(WorkspaceListJson.Of(list), SchedulingFormats.Indented.WorkspaceListJson) + "\n";

    private TidyException Damaged(string why, Exception? inner = null) => new(
        Codes.WorkspaceListDamaged,
        ExitCode.Unexpected,
        $"The list of registered workspaces '{FullPath}' cannot be used: {why} It was left as it is. "
            + "Correct it; or delete it and run 'dotnet tidy schedule install' in each workspace.",
        inner);
}
