using System.Reflection;

namespace Tidy.Core.Tests;

/// <summary><c>docs/codes.md</c> has a row for every code, and no other.</summary>
[TestClass]
public sealed class CodesGuideTests
{
    private static readonly string[][] Rows =
        [.. Guides.Rows(Guides.Read("codes.md")).Where(r => r[0].StartsWith("TIDY", StringComparison.Ordinal))];

    [TestMethod]
    public void EveryCode_HasOneRow_InOrder()
    {
        string[] codes = [.. typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal)];
        Assert.IsNotEmpty(codes);
        CollectionAssert.AreEqual(codes, Rows.Select(r => r[0]).ToArray());
    }

    /// <summary>SARIF rules are made from the table; of several levels it has the worst.</summary>
    [TestMethod]
    public void TheTableInCode_SaysTheSame() => CollectionAssert.AreEqual(
        Rows.Select(r => $"{r[0]} {r[2].Split(", ")[0]}: {r[1].Replace("`", "", StringComparison.Ordinal)}").ToArray(),
        CodeTable.All.Select(c => $"{c.Code} {WireNames.Of(c.Level)}: {c.Meaning}").ToArray());

    [TestMethod]
    public void EveryRow_SaysWhatItMeans_HowMuchItMatters_WhereItAppears_AndWhatToDo()
    {
        foreach (string[] row in Rows)
        {
            Assert.HasCount(5, row, row[0]);
            Assert.IsTrue(row.All(cell => cell.Length > 0), row[0]);
            foreach (string level in row[2].Split(", "))
                Assert.Contains(level, new[] { "error", "warning", "note" }, row[0]);
        }
    }
}
