using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;
using static Tidy.Core.Holders.WindowsHolderNative;

namespace Tidy.Core.Holders;

/// <summary>
/// Processes on Windows. A file is asked about itself; of a folder only handles on the folder are known (a working directory), not
/// those in it. Naming holders is written from documentation, because Wine implements neither source.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsProcesses(TimeProvider time) : IProcesses
{
    private readonly Lazy<IReadOnlySet<int>> selfAndAncestors = new(FindAncestors);

    public IReadOnlySet<int> SelfAndAncestors => selfAndAncestors.Value;

    /// <summary>Windows has no name for a boot; pid and start time tell processes apart across boots as well.</summary>
    public string? BootId => null;

    public IReadOnlyDictionary<string, IReadOnlyList<Holder>> FindHolders(IReadOnlyCollection<string> paths, TimeSpan budget)
    {
        HolderSearch search = new(time, budget, SystemProcess.Describe);
        foreach (string path in paths)
        {
            if (search.IsOver)
                break;
            foreach (int processId in WindowsFileUsers.Of(path))
            {
                search.Add(path, processId);
            }
        }

        return search.ToResult();
    }

    public bool IsRunning(Holder holder) =>
        SystemProcess.Describe(holder.ProcessId) is { } now && (holder.StartedAt is null || now.StartedAt is null
            || (now.StartedAt.Value - holder.StartedAt.Value).Duration() < TimeSpan.FromSeconds(1));

    /// <summary>Another process's command line is not told here without reading its memory; MSBuild.exe and the name are what is left.</summary>
    public bool IsBuild(Holder holder) => BuildCommand.IsBuild([holder.Name]);

    private static HashSet<int> FindAncestors()
    {
        HashSet<int> chain = [];
        DateTimeOffset youngest = DateTimeOffset.MaxValue;
        for (int id = Environment.ProcessId; id > 0 && SystemProcess.Describe(id) is { } process;)
        {
            // A parent's number is kept after its end and may be another process by now: a real parent is not younger.
            if (process.StartedAt > youngest || !chain.Add(id))
                break;
            youngest = process.StartedAt ?? youngest;
            id = ParentOf(id);
        }

        return chain;
    }

    /// <summary>PROCESS_BASIC_INFORMATION is six pointer-sized slots; the last is the parent's id. 0 when it cannot be asked.</summary>
    private static unsafe int ParentOf(int processId)
    {
        const int Slots = 6, Parent = 5;
        nint* information = stackalloc nint[Slots];
        uint written;
        try
        {
            using Process process = Process.GetProcessById(processId);
            uint size = (uint)(Slots * sizeof(nint));
            return NtQueryInformationProcess(process.SafeHandle, ProcessBasicInformation, information, size, &written) == 0
                ? (int)information[Parent]
                : 0;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return 0;
        }
    }
}
