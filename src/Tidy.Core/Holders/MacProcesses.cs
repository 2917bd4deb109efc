using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Tidy.Core.Platform;

namespace Tidy.Core.Holders;

/// <summary>Processes as libproc tells of them. Written from documentation (Darwin headers libproc.h, proc_info.h), not run.</summary>
[SupportedOSPlatform("macos")]
internal sealed unsafe class MacProcesses(TimeProvider time) : IProcesses
{
    private const uint AllProcesses = 1, ExcludeEventOnly = 2; // PROC_ALL_PIDS, PROC_LISTPIDSPATH_EXCLUDE_EVTONLY
    private const int BasicInfo = 3; // PROC_PIDTBSDINFO
    private const uint Zombie = 5; // SZOMB

    private readonly Lazy<IReadOnlySet<int>> selfAndAncestors = new(FindAncestors);

    public IReadOnlySet<int> SelfAndAncestors => selfAndAncestors.Value;

    public string? BootId
    {
        get
        {
            byte* value = stackalloc byte[64];
            nuint size = 64;
            bool isKnown = MacNative.sysctlbyname("kern.bootsessionuuid", value, &size, null, 0) == 0;
            return isKnown ? Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(value)) : null;
        }
    }

    /// <inheritdoc/>
    /// <remarks>A folder: only its own handles and working directories are known, not the files in it.</remarks>
    public IReadOnlyDictionary<string, IReadOnlyList<Holder>> FindHolders(IReadOnlyCollection<string> paths, TimeSpan budget)
    {
        HolderSearch search = new(time, budget, Describe);
        foreach (string path in paths)
        {
            if (search.IsOver)
                break;
            foreach (int processId in UsersOf(path))
            {
                search.Add(path, processId);
            }
        }

        return search.ToResult();
    }

    public bool IsRunning(Holder holder) =>
        Describe(holder.ProcessId) is { } now && (holder.StartedAt is null || holder.StartedAt == now.StartedAt
            || (now.StartedAt!.Value - holder.StartedAt.Value).Duration() < TimeSpan.FromSeconds(1));

    /// <summary>By name only: a command line takes sysctl KERN_PROCARGS2, which nobody here could try.</summary>
    public bool IsBuild(Holder holder) => BuildCommand.IsBuild([holder.Name]);

    private static int[] UsersOf(string path)
    {
        const int Most = 1024;
        int* users = stackalloc int[Most];
        int bytes = MacNative.proc_listpidspath(AllProcesses, 0, path, ExcludeEventOnly, users, Most * sizeof(int));
        return bytes <= 0 ? [] : new ReadOnlySpan<int>(users, bytes / sizeof(int)).ToArray();
    }

    private static Holder? Describe(int processId)
    {
        if (!TryRead(processId, out MacProcessInfo info) || info.Status == Zombie)
            return null;
        // The longer name is empty for programs that never set one.
        byte* name = info.Name[0] != 0 ? info.Name : info.ShortName;
        string text = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
        return new Holder(processId, text, DateTimeOffset.UnixEpoch.AddTicks(
            ((long)info.StartSeconds * TimeSpan.TicksPerSecond) + ((long)info.StartMicroseconds * TimeSpan.TicksPerMicrosecond)));
    }

    private static bool TryRead(int processId, out MacProcessInfo info)
    {
        fixed (MacProcessInfo* address = &info)
        {
            return MacNative.proc_pidinfo(processId, BasicInfo, 0, address, sizeof(MacProcessInfo)) == sizeof(MacProcessInfo);
        }
    }

    private static HashSet<int> FindAncestors()
    {
        HashSet<int> chain = [];
        for (int id = Environment.ProcessId; id > 0 && chain.Add(id);)
        {
            id = TryRead(id, out MacProcessInfo info) ? (int)info.ParentProcessId : 0;
        }

        return chain;
    }
}
