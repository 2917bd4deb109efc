using Tidy.Core.Configuration;
using Tidy.Core.Setup;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class PresetChoiceTests
{
    private static readonly string[] Known = ["agents", "data", "dotnet", "node", "python", "windows-debris"];

    [TestMethod]
    [DataRow("App.slnx README.md", "dotnet agents")]
    [DataRow("src/App.vcxproj", "dotnet agents")]
    [DataRow("package.json", "dotnet node agents")]
    [DataRow("web/package.json api/requirements-dev.txt", "dotnet node python agents")]
    [DataRow("global.json web/package.json", "dotnet agents")]
    [DataRow("App.sln package.json pyproject.toml", "dotnet node python agents")]
    [DataRow("node_modules/x.csproj .hidden/setup.py setup.py", "dotnet python agents")]
    [DataRow("notes.md", "dotnet agents")]
    [DataRow("App.csproj train.ipynb Thumbs.db", "dotnet data windows-debris agents")]
    [DataRow("App.csproj/x.txt", "dotnet agents")]
    public void ThePresets_FitWhatIsThere(string files, string expected) => Assert.AreEqual(expected, Choice(files, Known));

    [TestMethod]
    [DataRow("package.json")]
    [DataRow("table.csv")]
    public void APresetThatDoesNotExist_IsNotChosen(string files) => Assert.AreEqual("dotnet agents", Choice(files, ["agents", "dotnet"]));

    [TestMethod]
    public void WhatIsChosen_CanBeExtended()
    {
        using TemporaryWorkspace workspace = new();
        ConfigReader.FromPresets(new PresetChoice(workspace.Root, RootListing.Read(workspace.Root)).Make());
    }

    private static string Choice(string files, string[] known)
    {
        using TemporaryWorkspace workspace = new();
        foreach (string file in files.Split(' '))
            workspace.Write(file);
        return string.Join(' ', new PresetChoice(workspace.Root, RootListing.Read(workspace.Root)).Make(known));
    }
}
