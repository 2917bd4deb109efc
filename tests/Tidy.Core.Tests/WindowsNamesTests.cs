using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class WindowsNamesTests
{
    [TestMethod]
    [DataRow("con", "is the reserved name CON")]
    [DataRow("NUL.tar.gz", "is the reserved name NUL")]
    [DataRow("Com1.txt", "is the reserved name COM1")]
    [DataRow("lpt0", "is the reserved name LPT0")]
    [DataRow("com\u00B2.log", "is the reserved name COM\u00B2")]
    [DataRow("CON .txt", "is the reserved name CON")]
    [DataRow("a:b", "names an alternate data stream or a drive (':')")]
    [DataRow("x.", "ends in a dot or a space, which Windows silently drops")]
    [DataRow("x ", "ends in a dot or a space, which Windows silently drops")]
    [DataRow("tab\t", "has a character that Windows does not allow")]
    [DataRow("GIT~1", "has the form of a short (8.3) name, which Windows may take for a file of another name")]
    [DataRow("AUTONO~1", "has the form of a short (8.3) name, which Windows may take for a file of another name")]
    [DataRow("gi52f3~1", "has the form of a short (8.3) name, which Windows may take for a file of another name")]
    [DataRow("tidy_p~2.jso", "has the form of a short (8.3) name, which Windows may take for a file of another name")]
    public void ANameThatWindowsTakesForSomethingElse_IsRefused(string name, string problem) =>
        Assert.AreEqual(problem, WindowsNames.ProblemOf(name));

    [TestMethod]
    [DataRow("console.log")]
    [DataRow("com10")]
    [DataRow("com\u2074")]
    [DataRow("nullable.cs")]
    [DataRow("conference.conx")]
    [DataRow("~1")]
    [DataRow("backup~")]
    [DataRow("notes.txt~1")]
    [DataRow("readable~1.log")]
    [DataRow("a~1.html")]
    [DataRow("v~1a")]
    public void AnOrdinaryName_IsAllowed(string name) => Assert.IsNull(WindowsNames.ProblemOf(name));

    [TestMethod]
    public void TheLongestName_IsTheLastThatIsAllowed()
    {
        Assert.IsNull(WindowsNames.ProblemOf(new string('d', 255)));
        Assert.AreEqual("has a name of more than 255 characters", WindowsNames.ProblemOf(new string('d', 256)));
    }
}
