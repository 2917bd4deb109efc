namespace Tidy.Tool.Tests;

/// <summary>Compares an output with the file that was reviewed. Set TIDY_UPDATE_GOLDEN to the folder of the sources to write it anew.</summary>
internal static class Golden
{
    public static void AreEqual(string name, string actual)
    {
        if (Environment.GetEnvironmentVariable("TIDY_UPDATE_GOLDEN") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, name), actual);
        string expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name)).ReplaceLineEndings("\n");
        Assert.AreEqual(expected, actual);
    }
}
