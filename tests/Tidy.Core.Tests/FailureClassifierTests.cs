using Moq;
using Tidy.Core.Moving;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class FailureClassifierTests
{
    private const string Source = @"C:\w\a.log";
    private const string Destination = @"C:\w\archive\a.log";

    [TestMethod]
    [DataRow(FailureReason.Locked, "16 26 11", "16 26 35", "32 33 1224 170 108 303")]
    [DataRow(FailureReason.Permission, "13 1", "13 1", "5 1314")]
    [DataRow(FailureReason.DestExists, "17 39 21", "17 66 21", "183 80 145")]
    [DataRow(FailureReason.MissingSource, "2 20", "2 20", "2 3")]
    [DataRow(FailureReason.CrossDevice, "18", "18", "17")]
    [DataRow(FailureReason.ReadOnlyFs, "30", "30", "19")]
    [DataRow(FailureReason.PathTooLong, "36", "63", "206 111")]
    [DataRow(FailureReason.DiskFull, "28 122 27", "28 69 27", "112 39 1295")]
    [DataRow(FailureReason.Unknown, "5 116 40 22 12 35 63 66 69 4095", "5 70 62 22 12 11 36 39 122", "31 87 123 9999 16 18")]
    public void ACode_HasItsClass(FailureReason reason, string linux, string mac, string windows)
    {
        foreach ((OsFamily family, string codes) in new[] { (OsFamily.Linux, linux), (OsFamily.MacOS, mac), (OsFamily.Windows, windows) })
        {
            foreach (string code in codes.Split(' '))
            {
                Assert.AreEqual(reason, FailureClassifier.Classify(family, new OsCode(int.Parse(code))), $"{family} {code}");
            }
        }
    }

    [TestMethod]
    //       source probe, kind of what is at the destination, its probe, its mode -> class
    [DataRow(FileUse.InUse, null, FileUse.Free, 0, FailureReason.Locked, null)]
    [DataRow(FileUse.Unknown, null, FileUse.Free, 0, FailureReason.Permission, null)]
    [DataRow(FileUse.Free, null, FileUse.Free, 0, FailureReason.Permission, null)]
    [DataRow(FileUse.Free, FileKind.File, FileUse.InUse, 0, FailureReason.Locked, "is in use")]
    [DataRow(FileUse.Free, FileKind.File, FileUse.Free, 1, FailureReason.Permission, "is read-only")]
    [DataRow(FileUse.Free, FileKind.File, FileUse.Free, 0x20, FailureReason.Permission, null)]
    [DataRow(FileUse.Free, FileKind.Directory, FileUse.Unknown, 0x10, FailureReason.DestExists, "is a folder")]
    public void AccessDeniedOnWindows_IsTakenApart(
        FileUse source, FileKind? destinationKind, FileUse destination, int mode, FailureReason expected, string? said)
    {
        Mock<IOsFiles> files = Windows();
        Place(files, Source, FileKind.File, 0);
        files.Setup(os => os.ProbeUse(Source, InUsePolicy.Any)).Returns(source);
        files.Setup(os => os.ProbeUse(Destination, InUsePolicy.Any)).Returns(destination);
        if (destinationKind is { } kind)
            Place(files, Destination, kind, mode);

        Assert.AreEqual(expected, FailureClassifier.Classify(files.Object, new OsCode(5), Source, Destination, out string? detail));

        if (said is null)
            Assert.IsNull(detail);
        else
            StringAssert.Contains(detail, said, StringComparison.Ordinal);
    }

    [TestMethod]
    public void AccessDeniedOnWindows_ForAFolder_IsLockedWithADoubt()
    {
        Mock<IOsFiles> files = Windows();
        Place(files, Source, FileKind.Directory, 0x10);
        Assert.AreEqual(FailureReason.Locked, FailureClassifier.Classify(files.Object, new OsCode(5), Source, Destination, out string? detail));
        StringAssert.Contains(detail, "or rights are missing", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(256, FailureReason.PathTooLong)]
    [DataRow(255, FailureReason.Unknown)]
    public void AnInvalidNameOnWindows_IsTooLong_OnlyBeyond255(int length, FailureReason expected)
    {
        string destination = @"C:\w\" + new string('x', length) + @"\a.log";
        Assert.AreEqual(expected, FailureClassifier.Classify(Windows().Object, new OsCode(123), Source, destination, out _));
    }

    [TestMethod]
    [DataRow(2, FailureReason.MissingSource)]
    [DataRow(5, FailureReason.Permission)]
    public void FileNotFound_IsMissing_OnlyWhenTheSourceIsSeenToBeGone(int atSource, FailureReason expected)
    {
        Mock<IOsFiles> files = Windows();
        files.Setup(os => os.Stat(Source, out It.Ref<FileStat>.IsAny)).Returns(new OsCode(atSource));
        Assert.AreEqual(expected, FailureClassifier.Classify(files.Object, new OsCode(2), Source, Destination, out _));
    }

    [TestMethod]
    public void CrossDevice_WithAReadOnlyEnd_IsReadOnly_BeforeAnythingIsCopied()
    {
        Mock<IOsFiles> files = Linux();
        files.As<IRefusalFacts>().Setup(facts => facts.IsOnReadOnlyMount("/mnt")).Returns(true);
        OsCode exdev = new(18);
        Assert.AreEqual(FailureReason.ReadOnlyFs, FailureClassifier.Classify(files.Object, exdev, "/w/a", "/mnt/a", out string? toMount));
        Assert.AreEqual("'/mnt' is on a read-only file system", toMount);
        Assert.AreEqual(FailureReason.ReadOnlyFs, FailureClassifier.Classify(files.Object, exdev, "/mnt/a", "/w/a", out _));
        Assert.AreEqual(FailureReason.CrossDevice, FailureClassifier.Classify(files.Object, exdev, "/w/a", "/v/a", out string? none));
        Assert.IsNull(none);
    }

    [TestMethod]
    [DataRow("/w/a")]
    [DataRow("/w")]
    [DataRow("/v")]
    public void NotPermitted_NamesWhatIsMarked(string marked)
    {
        Mock<IOsFiles> files = Linux();
        files.As<IRefusalFacts>().Setup(facts => facts.Protection(marked)).Returns("immutable");
        Assert.AreEqual(FailureReason.Permission, FailureClassifier.Classify(files.Object, new OsCode(1), "/w/a", "/v/a", out string? detail));
        Assert.AreEqual($"'{marked}' is marked immutable", detail);
    }

    [TestMethod]
    [DataRow("/w")]
    [DataRow("/v")]
    public void WithoutRights_NamesTheFolder(string closed)
    {
        Mock<IOsFiles> files = Linux();
        files.As<IRefusalFacts>().Setup(facts => facts.MayChange(It.IsAny<string>())).Returns((string folder) => folder != closed);
        Assert.AreEqual(FailureReason.Permission, FailureClassifier.Classify(files.Object, new OsCode(13), "/w/a", "/v/a", out string? detail));
        Assert.AreEqual($"'{closed}' may not be changed by this user", detail);
    }

    [TestMethod]
    public void NotPermitted_InAStickyFolder_SaysWhoMay()
    {
        Mock<IOsFiles> files = Linux();
        files.As<IRefusalFacts>();
        Place(files, "/w", FileKind.Directory, 0x3FF);
        Assert.AreEqual(FailureReason.Permission, FailureClassifier.Classify(files.Object, new OsCode(1), "/w/a", "/v/a", out string? detail));
        StringAssert.StartsWith(detail, "'/w' is sticky: ", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Busy_IsToldFromInUse_WhereAMountIsInTheWay()
    {
        Mock<IOsFiles> files = Linux();
        files.As<IRefusalFacts>().Setup(facts => facts.IsMountPoint("/w/a")).Returns(true);
        Assert.AreEqual(FailureReason.Locked, FailureClassifier.Classify(files.Object, new OsCode(16), "/w/a", "/v/a", out string? detail));
        Assert.AreEqual("'/w/a' is a mount point", detail);
    }

    [TestMethod]
    public void InvalidArgument_OfAFolderIntoItself_SaysSo()
    {
        Mock<IOsFiles> files = Linux();
        files.As<IRefusalFacts>();
        FailureClassifier.Classify(files.Object, new OsCode(22), "/w/a", "/w/a/b/a", out string? detail);
        Assert.AreEqual("'/w/a' cannot move into itself", detail);
        FailureClassifier.Classify(files.Object, new OsCode(22), "/w/a", "/w/ab/a", out string? none);
        Assert.IsNull(none);
    }

    private static Mock<IOsFiles> Windows() => Of(OsFamily.Windows, 2);

    private static Mock<IOsFiles> Linux() => Of(OsFamily.Linux, 2);

    private static Mock<IOsFiles> Of(OsFamily family, int notFound)
    {
        Mock<IOsFiles> files = new();
        files.Setup(os => os.Family).Returns(family);
        files.Setup(os => os.Stat(It.IsAny<string>(), out It.Ref<FileStat>.IsAny)).Returns(new OsCode(notFound));
        return files;
    }

    private static void Place(Mock<IOsFiles> files, string path, FileKind kind, int mode)
    {
        FileStat stat = new(kind, 1, 2, 0, 0, mode, 1);
        files.Setup(os => os.Stat(path, out stat)).Returns(OsCode.Ok);
    }
}
