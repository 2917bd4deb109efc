using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class OsCodesTests
{
    private readonly Dictionary<string, Exception> exceptions = new()
    {
        ["busy"] = new IOException("busy", 16),
        ["sharing"] = new IOException("sharing", unchecked((int)0x80070020)),
        ["plain"] = new IOException("no code"),
        ["unauthorized"] = new UnauthorizedAccessException("x", new IOException("x", 1)),
        ["unauthorized-bare"] = new UnauthorizedAccessException("x") { HResult = unchecked((int)0x80070005) },
        ["file"] = new FileNotFoundException(),
        ["folder"] = new DirectoryNotFoundException(),
        ["long"] = new PathTooLongException("x") { HResult = unchecked((int)0x800700CE) },
        ["range"] = new ArgumentOutOfRangeException(),
    };

    [TestMethod]
    [DataRow("busy", OsFamily.Linux, 16)]
    [DataRow("plain", OsFamily.Linux, 5)]
    [DataRow("unauthorized", OsFamily.Linux, 1)]
    [DataRow("unauthorized-bare", OsFamily.Linux, 13)]
    [DataRow("file", OsFamily.Linux, 2)]
    [DataRow("folder", OsFamily.MacOS, 2)]
    [DataRow("long", OsFamily.Linux, 36)]
    [DataRow("long", OsFamily.MacOS, 63)]
    [DataRow("range", OsFamily.Linux, 27)]
    [DataRow("sharing", OsFamily.Windows, 32)]
    [DataRow("unauthorized-bare", OsFamily.Windows, 5)]
    [DataRow("file", OsFamily.Windows, 2)]
    [DataRow("folder", OsFamily.Windows, 3)]
    [DataRow("long", OsFamily.Windows, 206)]
    [DataRow("plain", OsFamily.Windows, 31)]
    public void AnException_GivesItsCodeBack(string name, OsFamily family, int code)
    {
        Assert.AreEqual(new OsCode(code), OsCodes.From(exceptions[name], family));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void RealExceptions_GiveTheErrnoOfTheirCall()
    {
        using TemporaryWorkspace workspace = new();
        Assert.AreEqual(2, CodeOf(() => File.OpenRead(workspace.At("none"))));
        Assert.AreEqual(2, CodeOf(() => File.OpenRead(workspace.At("none/none"))));
        Assert.AreEqual(13, CodeOf(() => File.OpenRead(workspace.FullPath)), "the run time refuses a folder with EACCES");
        Assert.AreEqual(36, CodeOf(() => File.OpenRead(workspace.At(new string('x', 256)))));
        Assert.AreEqual(28, CodeOf(() => File.WriteAllBytes("/dev/full", [1])));
        using FileStream held = new(workspace.Write("held"), FileMode.Open, FileAccess.Read, FileShare.None);
        Assert.AreEqual(11, CodeOf(() => File.OpenRead(workspace.At("held"))));
    }

    [TestMethod]
    [DataRow(OsFamily.Linux, 16, "EBUSY (errno 16): Device or resource busy")]
    [DataRow(OsFamily.Linux, 11, "EAGAIN (errno 11): Resource temporarily unavailable")]
    [DataRow(OsFamily.MacOS, 35, "EAGAIN (errno 35): Resource temporarily unavailable")]
    [DataRow(OsFamily.MacOS, 11, "errno 11")]
    [DataRow(OsFamily.Windows, 32, "winerror 32: The file is being used by another process")]
    [DataRow(OsFamily.Windows, 4711, "winerror 4711")]
    [DataRow(OsFamily.Linux, 0, "no error")]
    public void ACode_HasWords(OsFamily family, int code, string words)
    {
        Assert.AreEqual(words, OsErrorNames.Describe(family, new OsCode(code)));
    }

    [TestMethod]
    [DataRow(@"C:\w\a.log", @"\\?\C:\w\a.log")]
    [DataRow("C:/w/x.", @"\\?\C:\w\x.")]
    [DataRow(@"\\server\share\a", @"\\?\UNC\server\share\a")]
    [DataRow(@"\\?\C:\a", @"\\?\C:\a")]
    [DataRow(@"\\.\pipe\a", @"\\.\pipe\a")]
    public void AWindowsPath_IsPassedVerbatim(string path, string verbatim) => Assert.AreEqual(verbatim, WindowsPath.Verbatim(path));

    private static int CodeOf(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            return OsCodes.From(e).Value;
        }

        return 0;
    }
}
