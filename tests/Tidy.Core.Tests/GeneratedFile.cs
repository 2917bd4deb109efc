using System.Runtime.CompilerServices;

namespace Tidy.Core.Tests;

/// <summary>A file of the repository that is made of the code. With TIDY_UPDATE_GOLDEN in the environment it is written anew in the sources.</summary>
internal static class GeneratedFile
{
    /// <param name="path">In the repository.</param>
    /// <param name="copy">Of that file, beside the tests.</param>
    public static void IsInStep(string path, string copy, string content, [CallerFilePath] string test = "")
    {
        if (Environment.GetEnvironmentVariable("TIDY_UPDATE_GOLDEN") is { Length: > 0 })
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(test)!, "..", "..", path), content);
        else
            Assert.AreEqual(content, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", copy)).ReplaceLineEndings("\n"), $"'{path}' is out of step: run this test with TIDY_UPDATE_GOLDEN=1");
    }
}
