using Tidy.Core.Builds;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class BuildConsentTests
{
    [TestMethod]
    public void Consent_IsOneLineInTheStateFolder_AndIsNotWrittenAgain()
    {
        using TemporaryWorkspace workspace = new();
        BuildConsent.Give(workspace.Root, OsFiles.Current, TimeProvider.System);

        string text = File.ReadAllText(workspace.At(".autonomous_runs/tidy/build-consent"));
        Assert.AreEqual(
            "A person ran 'dotnet tidy apply' or 'dotnet tidy init' in this clone, so that builds apply too. Delete this file to have builds only report.\n", text);
        Assert.IsTrue(File.Exists(workspace.At(".autonomous_runs/.gitignore")), "it is no file to commit");

        IReadOnlyList<string> before = TreeSnapshot.Of(workspace.FullPath);
        BuildConsent.Give(workspace.Root, OsFiles.Current, TimeProvider.System);
        CollectionAssert.AreEqual(before.ToList(), TreeSnapshot.Of(workspace.FullPath).ToList());
    }

    [TestMethod]
    public void ConsentIsNotWrittenThroughALink()
    {
        using TemporaryWorkspace workspace = new();
        using TemporaryWorkspace elsewhere = new();
        Directory.CreateSymbolicLink(workspace.At(".autonomous_runs"), elsewhere.FullPath);

        TidyException e = Assert.ThrowsExactly<TidyException>(() => BuildConsent.Give(workspace.Root, OsFiles.Current, TimeProvider.System));

        Assert.AreEqual(Codes.PathRefused, e.Code);
        Assert.IsEmpty(Directory.GetFileSystemEntries(elsewhere.FullPath));
    }
}
