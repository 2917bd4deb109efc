using System.Text;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ConflictNameTests
{
    private const string Stamp = "_20260102-030405";

    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [TestMethod]
    [DataRow("a.log", 1, "a_20260102-030405.log")]
    [DataRow("a.log", 2, "a_20260102-030405-2.log")]
    [DataRow("a.b.log", 1, "a.b_20260102-030405.log")]
    [DataRow("a", 1, "a_20260102-030405")]
    [DataRow(".env", 1, ".env_20260102-030405")]
    public void AName_GetsTheTimeBeforeItsExtension(string name, int number, string expected) =>
        Assert.AreEqual($"archive/{expected}", ConflictName.Of(WorkspacePath.Parse($"archive/{name}"), At, number).Value);

    [TestMethod]
    [DataRow("x", 251, 235)]
    [DataRow("\u6F22", 83, 78)] // 3 bytes
    [DataRow("\U0001F600", 62, 58)] // 4 bytes, two units
    public void ALongName_LosesItsEnd_AndFits(string letter, int count, int left)
    {
        string name = ConflictName.Of(WorkspacePath.Parse($"archive/{Repeat(letter, count)}.log"), At, 1).Name;

        Assert.AreEqual($"{Repeat(letter, left)}{Stamp}.log", name);
        Assert.IsLessThanOrEqualTo(255, Encoding.UTF8.GetByteCount(name));
    }

    private static string Repeat(string letter, int count) => string.Concat(Enumerable.Repeat(letter, count));
}
