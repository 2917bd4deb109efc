using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Rules;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class StarterConfigTests
{
    [TestMethod]
    public void WhatIsWritten_IsAConfigurationWithThePresets()
    {
        using TemporaryWorkspace workspace = new();
        Assert.IsTrue(StarterConfig.Write(workspace.Root, OsFiles.Current, ["dotnet", "agents"]));
        TidyConfig config = ConfigReader.Read(workspace.At("tidy.json"));
        CollectionAssert.AreEqual(new[] { "dotnet", "agents" }, config.Presets.ToArray());
        Assert.AreEqual(ConfigReader.FromPresets(["dotnet", "agents"]).Rules.Count, config.Rules.Count);
        Assert.HasCount(1, Directory.GetFileSystemEntries(workspace.FullPath));
        Assert.IsFalse(File.ReadAllText(workspace.At("tidy.json")).Contains('\r', StringComparison.Ordinal));
    }

    [TestMethod]
    public void WhatItSuggestsInComments_IsValidToo()
    {
        string all = string.Join('\n', StarterConfig.Text(["dotnet"]).Split('\n').Select(line =>
            line.TrimStart() is ['/', '/', ' ', '"' or '{', ..] ? line.Replace("// ", "", StringComparison.Ordinal) : line));
        TidyConfig config = ConfigReader.Parse(all, "tidy.json");
        Assert.AreEqual(("exports", RuleAction.Move), (config.Rules[0].Id, config.Rules[0].Action));
        Assert.AreEqual("keep.log", config.Root.Allow[0].Path);
        Assert.AreEqual(new TidyConfig().BuildMinAge, config.BuildMinAge);
        StringAssert.Contains(all, "  \"build\": { \"minAge\": \"24h\" }");
    }

    [TestMethod]
    public void WhatIsThere_IsNeverTouched()
    {
        using TemporaryWorkspace workspace = new();
        workspace.Write("tidy.json", "mine");
        Assert.IsFalse(StarterConfig.Write(workspace.Root, OsFiles.Current, ["dotnet"]));
        Assert.AreEqual("mine", File.ReadAllText(workspace.At("tidy.json")));
        Assert.HasCount(1, Directory.GetFileSystemEntries(workspace.FullPath));
    }

    [TestMethod]
    public void AFileThatAppearsMeanwhile_IsNotOverwritten()
    {
        using TemporaryWorkspace workspace = new();
        PlayedFiles files = new(OsFiles.Current) { OnRename = _ => Appear(workspace) };
        Assert.IsFalse(StarterConfig.Write(workspace.Root, files, ["dotnet"]));
        Assert.AreEqual("appeared", File.ReadAllText(workspace.At("tidy.json")));
        Assert.HasCount(1, Directory.GetFileSystemEntries(workspace.FullPath));
    }

    [TestMethod]
    public void AFolderOfThatName_IsRefused()
    {
        using TemporaryWorkspace workspace = new();
        Directory.CreateDirectory(workspace.At("tidy.json"));
        TidyException e = Assert.ThrowsExactly<TidyException>(() => StarterConfig.Write(workspace.Root, OsFiles.Current, ["dotnet"]));
        StringAssert.Contains(e.Message, "a folder, or something that is no file, has that name");
    }

    [TestMethod]
    public void ARefusalOfTheSystem_LeavesNothingBehind()
    {
        using TemporaryWorkspace workspace = new();
        PlayedFiles files = new(OsFiles.Current) { OnRename = _ => new OsCode(30) };
        TidyException e = Assert.ThrowsExactly<TidyException>(() => StarterConfig.Write(workspace.Root, files, ["dotnet"]));
        Assert.AreEqual((Codes.BadConfig, ExitCode.Usage), (e.Code, e.Exit));
        StringAssert.EndsWith(e.Message, "(30)");
        Assert.IsEmpty(Directory.GetFileSystemEntries(workspace.FullPath));
    }

    [TestMethod]
    public void AnUnknownPreset_IsRefusedBeforeAnythingIsWritten()
    {
        using TemporaryWorkspace workspace = new();
        TidyException e = Assert.ThrowsExactly<TidyException>(() => StarterConfig.Write(workspace.Root, OsFiles.Current, ["dotnte"]));
        StringAssert.Contains(e.Message, "did you mean 'dotnet'?");
        Assert.IsEmpty(Directory.GetFileSystemEntries(workspace.FullPath));
    }

    private static OsCode? Appear(TemporaryWorkspace workspace)
    {
        workspace.Write("tidy.json", "appeared");
        return null;
    }
}
