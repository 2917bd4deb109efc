using System.Buffers.Binary;
using System.Text;

namespace Tidy.Package.Tests;

[TestClass]
public class BothPackagesTests
{
    [TestMethod]
    [DataRow("Tidy.Build")]
    [DataRow("dotnet-tidy")]
    [DataRow("dotnet-tidy.any")]
    [DataRow("dotnet-tidy.linux-x64")]
    public void Package_SaysWhatItIs(string id)
    {
        using var package = new PackageFile(LocalFeed.Shared.Package(id));

        Assert.AreEqual(id, package.Value("id"));
        Assert.AreEqual(Sources.Version, package.Value("version"));
        Assert.AreEqual("MIT", package.Value("license"));
        Assert.AreEqual("README.md", package.Value("readme"));
        Assert.AreEqual("icon.png", package.Value("icon"));
        Assert.IsFalse(string.IsNullOrEmpty(package.Value("description")));
        Assert.IsFalse(string.IsNullOrEmpty(package.Value("tags")));
    }

    [TestMethod]
    [DataRow("Tidy.Build")]
    [DataRow("dotnet-tidy")]
    public void Readme_HasNoLinksIntoTheRepository(string id)
    {
        using var package = new PackageFile(LocalFeed.Shared.Package(id));

        CollectionAssert.AreEqual(File.ReadAllBytes(Sources.At("build/package-readme.md")), package.Bytes("README.md"));
        Assert.DoesNotContain("](", Encoding.UTF8.GetString(package.Bytes("README.md")));
    }

    [TestMethod]
    [DataRow("Tidy.Build")]
    [DataRow("dotnet-tidy")]
    public void SchemaForEditors_IsThatOfTheRepository(string id)
    {
        using var package = new PackageFile(LocalFeed.Shared.Package(id));

        CollectionAssert.AreEqual(File.ReadAllBytes(Sources.At(".config/tidy.schema.json")), package.Bytes("tidy.schema.json"));
    }

    [TestMethod]
    public void Icon_IsAPngOf128Pixels()
    {
        using var package = new PackageFile(LocalFeed.Shared.Package("Tidy.Build"));

        // The signature, then the header with width and height (PNG, 5.2 and 11.2.2).
        byte[] icon = package.Bytes("icon.png");
        Assert.AreEqual(0x89504E470D0A1A0A, BinaryPrimitives.ReadUInt64BigEndian(icon));
        Assert.AreEqual(128, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)));
        Assert.AreEqual(128, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)));
    }

    [TestMethod]
    public void Feed_HasThePackagesAndNothingElse()
    {
        string[] expected =
        [
            $"Tidy.Build.{Sources.Version}.nupkg",
            $"dotnet-tidy.{Sources.Version}.nupkg",
            $"dotnet-tidy.any.{Sources.Version}.nupkg",
            $"dotnet-tidy.linux-x64.{Sources.Version}.nupkg",
        ];
        CollectionAssert.AreEquivalent(expected, Directory.GetFileSystemEntries(LocalFeed.Shared.Packages).Select(Path.GetFileName).ToArray());
    }
}
