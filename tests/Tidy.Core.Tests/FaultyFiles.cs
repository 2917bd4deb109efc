using Moq;
using Tidy.Core.Platform;

namespace Tidy.Core.Tests;

/// <summary>Real file operations of which a test makes single ones fail.</summary>
internal static class FaultyFiles
{
    private delegate OsCode StatCall(string path, out FileStat stat);

    /// <summary>A mock that passes everything on; a later <c>Setup</c> plays the fault.</summary>
    public static Mock<IOsFiles> Over(IOsFiles real)
    {
        var mock = new Mock<IOsFiles>(MockBehavior.Strict);
        mock.Setup(f => f.Family).Returns(() => real.Family);
        mock.Setup(f => f.Stat(It.IsAny<string>(), out It.Ref<FileStat>.IsAny)).Returns(new StatCall(real.Stat));
        mock.Setup(f => f.RenameNoReplace(It.IsAny<string>(), It.IsAny<string>())).Returns(real.RenameNoReplace);
        mock.Setup(f => f.Replace(It.IsAny<string>(), It.IsAny<string>())).Returns(real.Replace);
        mock.Setup(f => f.Remove(It.IsAny<string>())).Returns(real.Remove);
        mock.Setup(f => f.CreateDirectory(It.IsAny<string>())).Returns(real.CreateDirectory);
        mock.Setup(f => f.FlushDirectory(It.IsAny<string>())).Returns(real.FlushDirectory);
        return mock;
    }
}
