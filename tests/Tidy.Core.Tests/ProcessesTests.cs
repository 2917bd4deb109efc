using System.Diagnostics;
using System.Runtime.Versioning;
using Tidy.Core.Holders;

namespace Tidy.Core.Tests;

[TestClass]
[OSCondition(OperatingSystems.Linux)]
[SupportedOSPlatform("linux")]
public sealed class ProcessesTests : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);
    private readonly IProcesses processes = Processes.Current;
    private readonly TemporaryWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [TestMethod]
    [DataRow("read")]
    [DataRow("write")]
    [DataRow("append")]
    [DataRow("none")]
    [DataRow("flock")]
    [DataRow("posix")]
    [DataRow("ofd")]
    [DataRow("mmap")]
    public void AHolder_IsNamed_HoweverItHolds(string mode)
    {
        string path = workspace.Write("held.log");
        string other = workspace.Write("other.log");
        using FileHolder holder = FileHolder.Start(mode, path);

        IReadOnlyDictionary<string, IReadOnlyList<Holder>> found = processes.FindHolders([path, other], Budget);

        Holder named = Only(found, path, holder.ProcessId);
        Assert.AreEqual("Tidy.FileHolder", named.Name);
        using Process process = Process.GetProcessById(holder.ProcessId);
        double apart = Math.Abs((process.StartTime.ToUniversalTime() - named.StartedAt!.Value.UtcDateTime).TotalSeconds);
        Assert.IsLessThan(2.0, apart);
        Assert.IsFalse(found.TryGetValue(other, out IReadOnlyList<Holder>? none) && none.Any(one => one.ProcessId == holder.ProcessId));
    }

    [TestMethod]
    public void ARunningProgram_IsNamed_InFull()
    {
        string path = workspace.At("a-program-with-a-long-name");
        File.Copy("/bin/cat", path);
        using FileHolder holder = FileHolder.Start("run", path);
        // The kernel keeps 15 characters of a name.
        Assert.AreEqual("a-program-with-a-long-name", Only(processes.FindHolders([path], Budget), path, holder.ProcessId).Name);
    }

    [TestMethod]
    [DataRow("cwd", "folder", "folder")]
    [DataRow("cwd", "folder/sub", "folder")]
    [DataRow("read", "folder/sub/a.log", "folder")]
    [DataRow("mmap", "folder/sub/a.log", "folder/sub")]
    public void AFolder_IsHeld_ByWhoeverIsInIt(string mode, string held, string asked)
    {
        workspace.Write("folder/sub/a.log");
        workspace.Write("folder-2/a.log");
        using FileHolder holder = FileHolder.Start(mode, workspace.At(held));

        IReadOnlyDictionary<string, IReadOnlyList<Holder>> found =
            processes.FindHolders([workspace.At(asked), workspace.At("folder-2"), workspace.At("fold")], Budget);

        Only(found, workspace.At(asked), holder.ProcessId);
        Assert.IsFalse(found.ContainsKey(workspace.At("folder-2")));
    }

    [TestMethod]
    public void AFolderWhoseNameStartsTheSame_IsNotHeld()
    {
        workspace.Write("folder/a.log");
        workspace.Write("folder-2/a.log");
        using FileHolder holder = FileHolder.Start("read", workspace.At("folder-2/a.log"));
        Assert.IsFalse(processes.FindHolders([workspace.At("folder")], Budget).ContainsKey(workspace.At("folder")));
    }

    [TestMethod]
    public void TwoNamesOfOneFile_AreBothHeld()
    {
        string first = workspace.Write("a.log");
        string second = workspace.At("b.log");
        Assert.AreEqual(0, Platform.LinuxNative.link(first, second));
        using FileHolder holder = FileHolder.Start("read", first);

        IReadOnlyDictionary<string, IReadOnlyList<Holder>> found = processes.FindHolders([first, second], Budget);

        Only(found, first, holder.ProcessId);
        Only(found, second, holder.ProcessId);
    }

    [TestMethod]
    public void ThisProcess_IsFoundToo()
    {
        string path = workspace.Write("held.log");
        using FileStream held = new(path, FileMode.Open);
        Holder self = Only(processes.FindHolders([path], Budget), path, Environment.ProcessId);
        Assert.IsTrue(processes.IsRunning(self));
    }

    [TestMethod]
    public void NobodyAndNothing_IsAbsent()
    {
        string path = workspace.At("none.log");
        Assert.IsEmpty(processes.FindHolders([path], Budget));
        Assert.IsEmpty(processes.FindHolders([], Budget));
    }

    [TestMethod]
    public void ASearchWithoutTime_EndsEmpty()
    {
        string path = workspace.Write("held.log");
        using FileStream held = new(path, FileMode.Open);
        Assert.IsEmpty(processes.FindHolders([path], TimeSpan.Zero));
    }

    [TestMethod]
    public void AnEndedProcess_IsNotRunning()
    {
        string path = workspace.Write("held.log");
        using FileHolder holder = FileHolder.Start("read", path);
        Holder named = Only(processes.FindHolders([path], Budget), path, holder.ProcessId);
        Assert.IsTrue(processes.IsRunning(named));
        Assert.IsFalse(processes.IsRunning(named with { StartedAt = named.StartedAt!.Value.AddMinutes(-5) }), "same number, another process");

        holder.Kill();

        Assert.IsFalse(processes.IsRunning(named));
    }

    [TestMethod]
    public void TheChainOfAncestors_StartsHere_AndHasTheParent()
    {
        int parent = int.Parse(File.ReadAllLines("/proc/self/status").First(line => line.StartsWith("PPid:", StringComparison.Ordinal)).AsSpan(5).Trim());
        Assert.Contains(Environment.ProcessId, processes.SelfAndAncestors);
        if (parent > 0)
            Assert.Contains(parent, processes.SelfAndAncestors);
        Assert.DoesNotContain(0, processes.SelfAndAncestors);
    }

    [TestMethod]
    public void AChild_IsNoAncestor()
    {
        using FileHolder holder = FileHolder.Start("read", workspace.Write("held.log"));
        Assert.DoesNotContain(holder.ProcessId, processes.SelfAndAncestors);
    }

    [TestMethod]
    public void TheBoot_HasAName()
    {
        Assert.IsTrue(Guid.TryParse(processes.BootId, out _), processes.BootId);
    }

    private static Holder Only(IReadOnlyDictionary<string, IReadOnlyList<Holder>> found, string path, int processId)
    {
        Assert.IsTrue(found.TryGetValue(path, out IReadOnlyList<Holder>? holders), $"nobody holds {path}");
        return holders.Single(holder => holder.ProcessId == processId);
    }
}
