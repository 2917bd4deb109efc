using Moq;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>What a pending move remembers of what stopped it, so that a run sees when somebody took it away.</summary>
[TestClass]
public sealed class CauseTests : IDisposable
{
    private static readonly WorkspacePath Source = WorkspacePath.Parse("from/a.log");
    private static readonly WorkspacePath Destination = WorkspacePath.Parse("archive/logs/a.log");

    private readonly TemporaryWorkspace workspace = new();
    private readonly Mock<IOsFiles> files = new();
    private readonly Mock<IRefusalFacts> facts;

    public CauseTests()
    {
        workspace.Write("from/a.log");
        Directory.CreateDirectory(workspace.At("archive"));
        facts = files.As<IRefusalFacts>();
        files.Setup(os => os.Stat(It.IsAny<string>(), out It.Ref<FileStat>.IsAny))
            .Returns((string path, out FileStat stat) => OsFiles.Current.Stat(path, out stat));
    }

    public void Dispose() => workspace.Dispose();

    [TestMethod]
    public void WithoutMarks_ItIsTheFourParts() => Assert.AreEqual(3, Now().Count(c => c == '|'), Now());

    [TestMethod]
    [DataRow("from/a.log")]
    [DataRow("from")]
    [DataRow("archive")] // the folder logs has yet to be made in it
    public void AMarkOrAMount_ThatComesOrGoes_Shows(string path)
    {
        string before = Now();
        facts.Setup(f => f.Protection(workspace.At(path))).Returns("immutable");
        string marked = Now();
        facts.Setup(f => f.Protection(workspace.At(path))).Returns((string?)null);
        facts.Setup(f => f.IsMountPoint(workspace.At(path))).Returns(true);
        string mounted = Now();
        facts.Setup(f => f.IsOnReadOnlyMount(workspace.At(path))).Returns(true);
        string readOnly = Now();

        CollectionAssert.AllItemsAreUnique(new[] { before, marked, mounted, readOnly });
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void TheModeOfTheFolder_InWhichTheDestinationFolderIsMade_Counts()
    {
        string before = Now();
        File.SetUnixFileMode(workspace.At("archive"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.AreNotEqual(before, Now());
    }

    private string Now() => new Cause(workspace.Root, files.Object).Of(Source, Destination);
}
