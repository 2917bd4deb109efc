using Tidy.Core.Configuration;
using Tidy.Core.Setup;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class PresetChoiceTests
{
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
    public void ThePresets_FitWhatIsThere(string files, string expected) => Assert.AreEqual(expected, Choice(files));

    private static string Choice(string files)
    {
        using TemporaryWorkspace workspace = new();
        foreach (string file in files.Split(' '))
            workspace.Write(file);
        IReadOnlyList<string> chosen = new PresetChoice(workspace.Root, RootListing.Read(workspace.Root)).Make();
        ConfigReader.FromPresets(chosen); // each exists, and they go together
        return string.Join(' ', chosen);
    }
}
