using Tidy.Core.Moving;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>
/// What every <see cref="IOsFiles"/> must do, run over the one of this system. Failures are compared by class: the numbers differ.
/// </summary>
public abstract class OsFilesContract : IDisposable
{
    protected IOsFiles Files { get; } = OsFiles.Current;

    protected TemporaryWorkspace Workspace { get; } = new();

    public void Dispose()
    {
        Workspace.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>.NET can make symbolic links only; a hard link needs the system's own call.</summary>
    protected static void HardLinkOrSkip(string first, string second)
    {
        if (OperatingSystem.IsLinux())
            Assert.AreEqual(0, LinuxNative.link(first, second));
        else
            Assert.Inconclusive("Making a hard link is written for Linux only.");
    }

    protected void Expect(FailureReason reason, OsCode code) => Assert.AreEqual<FailureReason?>(
        reason, code.IsOk ? null : FailureClassifier.Classify(Files.Family, code), OsErrorNames.Describe(Files.Family, code));
}
