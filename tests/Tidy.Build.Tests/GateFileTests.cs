using Tidy.Core.Builds;

namespace Tidy.Build.Tests;

[TestClass]
public sealed class GateFileTests
{
    private static readonly GateFile Full = new()
    {
        Call = "apply|AfterBuild|root|24h||/a b/dotnet-tidy.dll|0.1.0",
        SaysAgain = true,
        StampedAt = 638_000_000_000_000_001,
        Watched = [new("/work space/with blanks", new GateStamp(638, 0)), new("/x/tidy.json", GateStamp.Missing)],
        DueAt = 638_000_000_000_000_002,
        Queue = new GateStamp(7, 8),
        QueueDueAt = 638_000_000_000_000_003,
        Holders = [new GateHolder(42, 638_000_000_000_000_004), new GateHolder(43, 0)],
    };

    [TestMethod]
    public void Format_ThenParse_GivesEveryFactBack()
    {
        GateFile read = GateFile.Parse(Full.Format())!;

        Assert.AreEqual(Full.Format(), read.Format());
        Assert.AreEqual(Full.Call, read.Call);
        Assert.IsTrue(read.SaysAgain);
        Assert.AreEqual("/work space/with blanks", read.Watched[0].Key);
        Assert.AreEqual(GateStamp.Missing, read.Watched[1].Value);
        Assert.AreEqual(new GateStamp(7, 8), read.Queue);
        Assert.AreEqual(43, read.Holders[1].ProcessId);
    }

    [TestMethod]
    public void Parse_AnyTornText_IsNoGate()
    {
        string whole = Full.Format();

        for (int length = 0; length < whole.Length; length++)
            Assert.IsNull(GateFile.Parse(whole[..length]), $"cut after {length}");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("tidy-gate 2\nstamped 1\ndue 1\nqueue 0 -1\nqueue-due 1\nend\n", DisplayName = "another version")]
    [DataRow("tidy-gate 1\nstamped 1\ndue 1\nqueue 0 -1\nqueue-due 1\nfuture 1\nend\n", DisplayName = "an unknown fact")]
    [DataRow("tidy-gate 1\nstamped x\ndue 1\nqueue 0 -1\nqueue-due 1\nend\n", DisplayName = "not a number")]
    [DataRow("tidy-gate 1\nstamped 1\ndue 1\nqueue 0 -1\nend\n", DisplayName = "a fact is missing")]
    [DataRow("tidy-gate 1\nwatch 1 /x\nstamped 1\ndue 1\nqueue 0 -1\nqueue-due 1\nend\n", DisplayName = "a path without a size")]
    public void Parse_NotAWholeGate_IsNoGate(string text) => Assert.IsNull(GateFile.Parse(text));

    [TestMethod]
    public void Stamp_OfFileFolderAndNothing_TellThemApart()
    {
        using BuildFolder folder = new();
        string file = folder.Write("a.txt", "abc");

        Assert.AreEqual(3, GateStamp.Of(file).Size);
        Assert.AreEqual(0, GateStamp.Of(folder.Root).Size);
        Assert.AreEqual(GateStamp.Missing, GateStamp.Of(folder.Root + "/none"));
        Assert.AreEqual(File.GetLastWriteTimeUtc(file).Ticks, GateStamp.Of(file).Ticks);
        Assert.AreNotEqual(GateStamp.Missing, GateStamp.Unknown);
    }
}
