using System.Runtime.Versioning;
using System.Text;
using Tidy.Core.Holders;

namespace Tidy.Core.Tests;

/// <summary>Parsing of /proc texts, with the lines that trip parsers up.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
[SupportedOSPlatform("linux")]
public sealed class LinuxProcessTests
{
    [TestMethod]
    [DataRow("(cat)")]
    [DataRow("(a b)")]
    [DataRow("(x) S 1 2)")]
    [DataRow("(:-))")]
    public void Stat_IsReadBehindTheLastBracket(string name)
    {
        string stat = $"42 {name} S 7 42 42 0 -1 4194560 115 0 0 0 1 2 3 4 20 0 1 0 987654 2367488 200 18446744073709551615\n";
        LinuxProcess process = LinuxProcess.Parse(42, stat)!.Value;
        Assert.AreEqual(new LinuxProcess(42, 'S', 7, 987654), process);
        Assert.IsFalse(process.HasEnded);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("42 (cat) S 7 42")]
    [DataRow("no bracket at all")]
    public void Stat_CutShort_IsNoProcess(string stat) => Assert.IsNull(LinuxProcess.Parse(42, stat));

    [TestMethod]
    public void AZombie_HasEnded()
    {
        Assert.IsTrue(LinuxProcess.Parse(42, "42 (cat) Z 7 42 42 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 5 0 0 1")!.Value.HasEnded);
    }

    [TestMethod]
    public void AMapping_HasDeviceInodeAndPath()
    {
        bool parsed = LinuxMapping.TryParse(
            "7f2c-7f2d r-xp 0002c000 fe:10 4567                     /srv/a name (deleted)"u8, out LinuxMapping mapping);
        Assert.IsTrue(parsed);
        Assert.AreEqual(4567UL, mapping.Inode);
        Assert.AreEqual(0xfe10UL, mapping.Device);
        Assert.AreEqual("/srv/a name (deleted)", Encoding.UTF8.GetString(mapping.Path));
    }

    [TestMethod]
    public void AnAnonymousMapping_HasNoInode()
    {
        Assert.IsTrue(LinuxMapping.TryParse("7ffd-7ffe rw-p 00000000 00:00 0 [stack]"u8, out LinuxMapping mapping));
        Assert.AreEqual(0UL, mapping.Inode);
        Assert.IsFalse(LinuxMapping.TryParse("nonsense"u8, out _));
    }
}
