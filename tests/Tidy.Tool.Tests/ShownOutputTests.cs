namespace Tidy.Tool.Tests;

/// <summary>The check of the guides is itself one that can fail.</summary>
[TestClass]
public sealed class ShownOutputTests
{
    [TestMethod]
    [DataRow("a\nb\n", "a\nb\n", true)]
    [DataRow("a\n", "a\nb\n", false)]
    [DataRow("a\nb\n", "a\n", false)]
    [DataRow("a\n...\n", "a\nb\nc\n", true)]
    [DataRow("b\n...\n", "a\nb\nc\n", false)]
    [DataRow("...\nc\n", "a\nb\nc\n", true)]
    [DataRow("...\nb\n", "a\nb\nc\n", false)]
    [DataRow("a\n...\nc\n...\ne\n", "a\nb\nc\nd\ne\n", true)]
    [DataRow("a\n...\nd\n...\nc\n...\ne\n", "a\nb\nc\nd\ne\n", false)]
    [DataRow("a\n...\na\n", "a\n", false)]
    [DataRow("held by tail (12), 5 s ago\n", "held by tail (345), 2 min ago\n", true)]
    [DataRow("held by tail (12)\n", "held by cat (12)\n", false)]
    [DataRow("2 files\n", "3 files\n", false)]
    public void TheOutput_IsAsShown(string shown, string printed, bool expected) => Assert.AreEqual(expected, ShownOutput.IsOf(shown, printed));

    [TestMethod]
    [DataRow("old\n", "a\nb\n", "a\nb\n")]
    [DataRow("x\n...\ny\nz\n", "a\nb\nc\nd\ne\n", "a\n...\nd\ne\n")]
    [DataRow("x\n...\nc\nold\n...\n", "a\nb\nc\nd\ne\n", "a\n...\nc\nd\n...\n")]
    public void WrittenAnew_ItKeepsItsShape(string shown, string printed, string expected)
    {
        string anew = ShownOutput.Anew(shown, printed);
        Assert.AreEqual(expected, anew);
        Assert.IsTrue(ShownOutput.IsOf(anew, printed));
    }

    [TestMethod]
    public void ABlock_IsReadWithItsNotes()
    {
        GuideBlock[] blocks = [.. GuideBlock.In("x.md", "# X\n\n<!-- workspace: held; exit: 3 -->\n```sh\na\n```\n\n````text\n$ b\n```\nc\n````\n")];
        Assert.AreEqual((4, "sh", "a\n", "held", 3), (blocks[0].Line, blocks[0].Language, blocks[0].Text, blocks[0].Workspace, blocks[0].Exit));
        Assert.AreEqual((8, true, null, 0), (blocks[1].Line, blocks[1].IsSession, blocks[1].Workspace, blocks[1].Exit));
        Assert.AreEqual(("b", "```\nc\n"), blocks[1].Session().Single());
        Assert.ThrowsExactly<AssertFailedException>(() => GuideBlock.In("x.md", "<!-- work: odd -->\n```sh\na\n```\n").ToArray());
    }
}
