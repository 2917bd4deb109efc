using System.Text;
using System.Xml.Linq;

namespace Tidy.Package.Tests;

[TestClass]
public class ToolPackageTests
{
    [TestMethod]
    public void Pointer_NamesThePackageOfEachMachine()
    {
        using var package = new PackageFile(LocalFeed.Shared.Package("dotnet-tidy"));

        CollectionAssert.AreEqual(new[] { "README.md", "dotnet-tidy.nuspec", "icon.png", "tidy.schema.json", "tools/any/any/DotnetToolSettings.xml" }, package.Entries);
        XElement settings = Settings(package, "tools/any/any");
        Assert.AreEqual("dotnet-tidy", settings.Descendants("Command").Single().Attribute("Name")!.Value);
        CollectionAssert.AreEquivalent(
            new[] { "any=dotnet-tidy.any", "linux-x64=dotnet-tidy.linux-x64" },
            settings.Descendants("RuntimeIdentifierPackage").Select(p => $"{p.Attribute("RuntimeIdentifier")!.Value}={p.Attribute("Id")!.Value}").ToArray());
    }

    [TestMethod]
    [DataRow("any", false)]
    [DataRow("linux-x64", true)]
    public void PackageOfAMachine_HasTheToolThatDotnetStarts(string rid, bool isReadyToRun)
    {
        using var package = new PackageFile(LocalFeed.Shared.Package("dotnet-tidy." + rid));
        string tools = "tools/net10.0/" + rid;

        string[] expected = ["README.md", $"dotnet-tidy.{rid}.nuspec", "icon.png", "tidy.schema.json", $"{tools}/DotnetToolSettings.xml", .. Published.Files.Concat(Published.Dashboard).Select(f => $"{tools}/{f}")];
        CollectionAssert.AreEqual(expected.Order(StringComparer.Ordinal).ToArray(), package.Entries);
        Assert.AreEqual("dotnet", Settings(package, tools).Descendants("Command").Single().Attribute("Runner")!.Value);
        Assert.AreEqual(isReadyToRun, Published.IsReadyToRun(package.Bytes($"{tools}/dotnet-tidy.dll")));
    }

    [TestMethod]
    [DataRow("any")]
    [DataRow("linux-x64")]
    public void ToolOfBothPackages_IsTheSame(string rid)
    {
        using var tool = new PackageFile(LocalFeed.Shared.Package("dotnet-tidy." + rid));
        using var build = new PackageFile(LocalFeed.Shared.Package("Tidy.Build"));

        foreach (string file in Published.Files)
            CollectionAssert.AreEqual(tool.Bytes($"tools/net10.0/{rid}/{file}"), build.Bytes($"tools/net10.0/{rid}/{file}"), file);
    }

    private static XElement Settings(PackageFile package, string folder) =>
        XDocument.Parse(Encoding.UTF8.GetString(package.Bytes(folder + "/DotnetToolSettings.xml")).TrimStart('\uFEFF')).Root!;
}
