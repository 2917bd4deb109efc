using Tidy.Core.Configuration;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ConfigErrorTests
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Configs");

    public static IEnumerable<string> Names => Directory.GetFiles(Fixtures, "*.json").Select(path => Path.GetFileNameWithoutExtension(path));

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void AMistake_IsPointedAtAndExplained(string name)
    {
        string json = File.ReadAllText(Path.Combine(Fixtures, $"{name}.json"));
        string expected = File.ReadAllText(Path.Combine(Fixtures, $"{name}.txt")).TrimEnd();
        TidyException e = Assert.ThrowsExactly<TidyException>(() => ConfigReader.Parse(json, "tidy.json"));
        Assert.AreEqual(expected, e.Message);
        Assert.AreEqual(Codes.BadConfig, e.Code);
        Assert.AreEqual(ExitCode.Usage, e.Exit);
    }

    [TestMethod]
    [DataRow("../outside/", "leaves the workspace ('..')")]
    [DataRow("/var/log/", "is absolute")]
    [DataRow("C:/logs/", "starts with a drive letter")]
    [DataRow("logs:stream/", "names an alternate data stream or a drive (':')")]
    [DataRow("archive\\logs", "has a backslash; use '/'")]
    [DataRow(".git/hooks/", "touches '.git'")]
    [DataRow("archive/nul/", "is the reserved name NUL")]
    [DataRow("archive/logs./", "ends in a dot or a space, which Windows silently drops")]
    [DataRow("archive/lo?gs/", "has a character that Windows does not allow")]
    [DataRow(".autonomous_runs/tidy/", "belongs to Tidy's own state")]
    [DataRow("", "is empty")]
    public void ADestinationThatIsNoFolderOfTheWorkspace_IsRefusedOnEverySystem(string to, string problem)
    {
        string escaped = to.Replace("\\", "\\\\", StringComparison.Ordinal);
        TidyException e = Refusal($$"""{ "rules": [ { "id": "a", "match": ["*.a"], "to": "{{escaped}}" } ] }""");
        Assert.AreEqual($"tidy.json(1,51): 'rules[0].to' is refused: the path '{to}' {problem}.", e.Message);
        Assert.AreEqual(Codes.PathRefused, e.Code);
    }

    [TestMethod]
    [DataRow("""{ "archive": { "path": "../attic" } }""")]
    [DataRow("""{ "docs": { "path": "/docs" } }""")]
    [DataRow("""{ "runs": { "archiveTo": "../runs" } }""")]
    [DataRow("""{ "migrations": [ { "from": "../a", "to": "b" } ] }""")]
    [DataRow("""{ "archive": { "buckets": ["plans", "../plans"] } }""")]
    public void EveryOtherFolder_IsCheckedTheSameWay(string json) => Assert.AreEqual(Codes.PathRefused, Refusal(json).Code);

    [TestMethod]
    [DataRow("""{ "version": 2 }""")]
    [DataRow("""{ "phases": [], "version": 2, "root": 7 }""")]
    [DataRow("""{ "phases": { "a": [1] }, "version": 2, "root": 7""")]
    public void ANewerVersion_IsNamedBeforeItsUnknownKeys(string json)
    {
        TidyException e = Refusal(json);
        Assert.AreEqual(Codes.NewerSchema, e.Code);
        StringAssert.Contains(e.Message, "is 2, which a newer Tidy wrote");
    }

    [TestMethod]
    public void AMistakeInAFile_HasItsPlace()
    {
        using var workspace = new TemporaryWorkspace();
        string path = workspace.Write("tidy.json", "{\n  \"ü\": 1 }");
        Assert.AreEqual(new TextPlace(path, 2, 3), Mistake(path).Place);
        workspace.Write("tidy.json", "{\n  \"ü\": 1, \"version\": 2 }");
        Assert.AreEqual(new TextPlace(path, 2, 22), Mistake(path).Place);
        workspace.Write("tidy.json", "{\n \"version\" }");
        Assert.AreEqual(new TextPlace(path, 2, 12), Mistake(path).Place);
        File.Delete(path);
        Assert.AreEqual(new TextPlace(path), Mistake(path).Place, "the whole file is meant");
    }

    [TestMethod]
    public void AFileThatIsTooLarge_IsRefused()
    {
        using var workspace = new TemporaryWorkspace();
        string path = workspace.Write("tidy.json", "{}" + new string(' ', 1 << 20));
        StringAssert.Contains(Assert.ThrowsExactly<TidyException>(() => ConfigReader.Read(path)).Message, "larger than 1 MiB");
    }

    [TestMethod]
    public void AFileThatIsNotThere_IsAConfigurationError()
    {
        using var workspace = new TemporaryWorkspace();
        TidyException e = Assert.ThrowsExactly<TidyException>(() => ConfigReader.Read(workspace.At("tidy.json")));
        Assert.AreEqual(Codes.BadConfig, e.Code);
        StringAssert.StartsWith(e.Message, "tidy.json: the file '");
    }

    [TestMethod]
    public void Utf16_IsRecognisedAndSaidSo()
    {
        using var workspace = new TemporaryWorkspace();
        File.WriteAllText(workspace.At("tidy.json"), "{}", System.Text.Encoding.Unicode);
        StringAssert.Contains(Assert.ThrowsExactly<TidyException>(() => ConfigReader.Read(workspace.At("tidy.json"))).Message, "UTF-16");
    }

    private static TidyException Mistake(string path) => Assert.ThrowsExactly<TidyException>(() => ConfigReader.Read(path));

    private static TidyException Refusal(string json) => Assert.ThrowsExactly<TidyException>(() => ConfigReader.Parse(json, "tidy.json"));
}
