using System.Runtime.Versioning;
using Tidy.Core.Platform;

namespace Tidy.Core.Holders;

/// <summary>
/// Processes as /proc shows them: all to root, else one's own; none of another PID namespace. So nobody found is not nobody there.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class LinuxProcesses(TimeProvider time) : IProcesses
{
    /// <summary>The boot time in /proc/stat is in whole seconds and moves when the clock is set.</summary>
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(2);

    private readonly Lazy<IReadOnlySet<int>> selfAndAncestors = new(FindAncestors);

    public IReadOnlySet<int> SelfAndAncestors => selfAndAncestors.Value;

    public string? BootId => LinuxProcFile.ReadText("/proc/sys/kernel/random/boot_id")?.TrimEnd('\n');

    public bool IsRunning(Holder holder)
    {
        if (LinuxProcess.Read(holder.ProcessId) is not { HasEnded: false } process)
            return false;
        return holder.StartedAt is not { } then || process.StartedAt is not { } now || (now - then).Duration() <= StartTolerance;
    }

    public bool IsBuild(Holder holder) =>
        LinuxProcFile.ReadText($"/proc/{holder.ProcessId}/cmdline") is { } line && BuildCommand.IsBuild(line.Split('\0', StringSplitOptions.RemoveEmptyEntries));

    /// <inheritdoc/>
    /// <remarks>A file: open, mapped or running. A folder: the same for any file in it, or it is in the way of a working or root directory.</remarks>
    public IReadOnlyDictionary<string, IReadOnlyList<Holder>> FindHolders(IReadOnlyCollection<string> paths, TimeSpan budget)
    {
        HolderSearch search = new(time, budget, static id => LinuxProcess.Read(id) is { HasEnded: false } process ? process.ToHolder() : null);
        LinuxTargets targets = new(paths);
        if (targets.IsEmpty)
            return search.ToResult();
        foreach (int processId in LinuxProcFile.Numbers("/proc"))
        {
            if (search.IsOver)
                break;
            LookAtOpenFiles(targets, search, processId);
            LookAtMappings(targets, search, processId);
            if (targets.HasFolders)
                LookAtDirectories(targets, search, processId);
        }

        return search.ToResult();
    }

    private static void LookAtOpenFiles(LinuxTargets targets, HolderSearch search, int processId)
    {
        string folder = $"/proc/{processId}/fd";
        foreach (int descriptor in LinuxProcFile.Numbers(folder))
        {
            if (search.IsOver)
                return;
            string link = $"{folder}/{descriptor}";
            if (LinuxProcFile.StatTarget(link, out LinuxStatx stat))
            {
                foreach (string path in targets.WithIdentity(stat))
                {
                    search.Add(path, processId);
                }
            }

            if (targets.HasFolders)
                LookAtLink(targets, search, processId, link);
        }
    }

    private static void LookAtMappings(LinuxTargets targets, HolderSearch search, int processId)
    {
        if (LinuxProcFile.Read($"/proc/{processId}/maps", out int length) is not { } maps)
            return;
        ReadOnlySpan<byte> rest = maps.AsSpan(0, length);
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (LinuxMapping.TryParse(line, out LinuxMapping mapping) && mapping.Inode != 0)
                LookAtMapping(targets, search, processId, mapping);
        }
    }

    private static void LookAtMapping(LinuxTargets targets, HolderSearch search, int processId, LinuxMapping mapping)
    {
        foreach (string path in targets.Mapped(mapping.Device, mapping.Inode, mapping.Path))
        {
            search.Add(path, processId);
        }

        if (!targets.IsInFolder(mapping.Path))
            return;
        foreach (string folder in targets.FoldersWith(System.Text.Encoding.UTF8.GetString(mapping.Path)))
        {
            search.Add(folder, processId);
        }
    }

    private static void LookAtDirectories(LinuxTargets targets, HolderSearch search, int processId)
    {
        LookAtLink(targets, search, processId, $"/proc/{processId}/cwd");
        LookAtLink(targets, search, processId, $"/proc/{processId}/root");
        LookAtLink(targets, search, processId, $"/proc/{processId}/exe");
    }

    private static void LookAtLink(LinuxTargets targets, HolderSearch search, int processId, string link)
    {
        if (LinuxProcFile.ReadLink(link) is not { } target)
            return;
        foreach (string folder in targets.FoldersWith(target))
        {
            search.Add(folder, processId);
        }
    }

    private static HashSet<int> FindAncestors()
    {
        HashSet<int> chain = [];
        // Add is false when a process ended and its number came back further up: the chain ends there.
        for (int id = Environment.ProcessId; id > 0 && chain.Add(id); id = LinuxProcess.Read(id)?.ParentId ?? 0)
        {
        }

        return chain;
    }
}
