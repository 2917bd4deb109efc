using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Tidy.Package.Tests;

[TestClass]
public class BuildPackageTests
{
    [TestMethod]
    public void BuildPackage_HasTheTaskTheToolAndWhatImportsThem_AndNothingElse()
    {
        using PackageFile package = Open();

        string[] expected =
        [
            "README.md",
            "Tidy.Build.nuspec",
            "build/Tidy.Build.targets",
            "build/Tidy.Version.props",
            "build/Tidy.targets",
            "buildMultiTargeting/Tidy.Build.targets",
            "buildMultiTargeting/Tidy.Version.props",
            "buildMultiTargeting/Tidy.targets",
            "icon.png",
            "tasks/netstandard2.0/Tidy.Build.dll",
            "tidy.schema.json",
            .. Published.Files.Select(f => "tools/net10.0/any/" + f),
            .. Published.Files.Select(f => "tools/net10.0/linux-x64/" + f),
        ];
        CollectionAssert.AreEqual(expected, package.Entries);
    }

    [TestMethod]
    public void BuildPackage_IsADevelopmentDependencyWithoutDependencies()
    {
        using PackageFile package = Open();

        Assert.AreEqual("Tidy.Build", package.Value("id"));
        Assert.AreEqual("true", package.Value("developmentDependency"));
        Assert.IsNull(package.Value("dependencies"));
    }

    [TestMethod]
    public void BuildPackage_ImportsTheSameFilesForOneFrameworkAndForSeveral()
    {
        using PackageFile package = Open();

        string targets = File.ReadAllText(Sources.At("Tidy.targets"));
        Assert.AreEqual(targets, Text(package, "build/Tidy.targets"));
        foreach (string file in new[] { "Tidy.Build.targets", "Tidy.Version.props", "Tidy.targets" })
            Assert.AreEqual(Text(package, "build/" + file), Text(package, "buildMultiTargeting/" + file), file);
    }

    [TestMethod]
    public void Task_ReferencesOnlyWhatEveryEngineHas()
    {
        using PackageFile package = Open();
        using var image = new PEReader(new MemoryStream(package.Bytes("tasks/netstandard2.0/Tidy.Build.dll")));
        MetadataReader metadata = image.GetMetadataReader();

        string[] references = [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
        CollectionAssert.AreEquivalent(new[] { "netstandard", "Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core" }, references, string.Join(" ", references));
    }

    [TestMethod]
    public void PackedTool_IsCompiledAheadOfTimeForItsMachine_AndNotForAny()
    {
        using PackageFile package = Open();

        foreach (string file in Published.Files.Where(f => f.EndsWith(".dll", StringComparison.Ordinal)))
        {
            Assert.IsTrue(Published.IsReadyToRun(package.Bytes("tools/net10.0/linux-x64/" + file)), file);
            Assert.IsFalse(Published.IsReadyToRun(package.Bytes("tools/net10.0/any/" + file)), file);
        }
    }

    [TestMethod]
    [DataRow("any")]
    [DataRow("linux-x64")]
    public void PackedTool_RunsByDotnetExec(string rid)
    {
        using var folder = new TemporaryFolder();
        using PackageFile package = Open();
        package.ExtractTo(folder.At("package"));
        string tool = folder.At($"package/tools/net10.0/{rid}/dotnet-tidy.dll");

        RealUse.Check(folder, Sources.Version, (at, arguments) => DotNet.In(at).Run(["exec", tool, .. arguments]));
        Assert.Contains("TIDY3030", DotNet.In(folder.FullPath).Run("exec", tool, "dashboard").WithExit(2).Error, "the dashboard is the tool package's");
    }

    private static PackageFile Open() => new(LocalFeed.Shared.Package("Tidy.Build"));

    private static string Text(PackageFile package, string entry) => Encoding.UTF8.GetString(package.Bytes(entry));
}
