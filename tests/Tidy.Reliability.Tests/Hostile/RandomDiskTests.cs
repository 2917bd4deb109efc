using FsCheck.Fluent;
using FsCheck;
using Tidy.Core.Tests;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>As <see cref="HostileDiskTests"/>, in workspaces that chance made.</summary>
[TestClass]
public sealed class RandomDiskTests(TestContext context)
{
    private const int Patience = 600_000;

    [TestMethod]
    [Timeout(Patience)]
    public void ARandomWorkspace_IsAsBeforeAfterUndo()
    {
        const string Suite = "random disk";
        int commands = 0, number = 0;
        Property property = Prop.ForAll(Arb.From(RandomEntry.Tree, Smaller), entries =>
        {
            using HostileDisk disk = new();
            int made = 0;
            // Links last, and of those the deepest first, so that nothing is made through one.
            foreach (RandomEntry entry in entries.OrderBy(static e => e.Kind == RandomKind.Link).ThenByDescending(static e => e.Folders.Length))
                entry.Make(disk.Raw, made++);
            disk.Configure(number++ % 2 == 0 ? HostileDiskTests.Everything : HostileDiskTests.EveryPhase);
            string before = disk.Tree;
            disk.Tidy("plan", "--format", HostileDisk.Formats[number % HostileDisk.Formats.Length]);
            disk.Tidy("apply", "--format", "json");
            disk.Tidy("verify", "--format", HostileDisk.Formats[number % HostileDisk.Formats.Length]);
            while (disk.Tidy("undo", "--format", "json") is { Exit: 0 or 3 } undone && undone.Entries.Length > 0)
                disk.AssertNothingHappenedOutside();
            disk.AssertNothingHappenedOutside();
            Assert.AreEqual(before, disk.Tree);
            commands += disk.Commands;
        });
        Run(Suite, property);
        Figures.Report(context, "Hostile disk: random workspaces", $"{number} workspaces, {commands} commands", "0 crashes, 0 hangs, 0 files lost, 0 touched outside; all as before after undo");
    }

    private static void Run(string suite, Property property)
    {
        try
        {
            Check.One(Fuzz.ConfigOf(suite, 60), property);
        }
        catch (Exception e) when (e is not AssertFailedException)
        {
            throw new AssertFailedException($"{e.Message} {Chance.Repeat}", e);
        }
    }

    private static IEnumerable<RandomEntry[]> Smaller(RandomEntry[] entries)
    {
        for (int half = entries.Length / 2; half > 0; half /= 2)
        {
            for (int start = 0; start < entries.Length; start += half)
                yield return [.. entries[..start], .. entries[Math.Min(start + half, entries.Length)..]];
        }
    }
}
