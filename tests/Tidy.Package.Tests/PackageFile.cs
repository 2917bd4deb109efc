using System.IO.Compression;
using System.Xml.Linq;

namespace Tidy.Package.Tests;

/// <summary>A package, read without NuGet.</summary>
internal sealed class PackageFile(string path) : IDisposable
{
    /// <summary>Of the package format itself, the same in each package.</summary>
    private static readonly string[] Wrapping = ["[Content_Types].xml", "_rels/.rels", "package/services/metadata/core-properties/nuget.psmdcp"];

    private readonly ZipArchive archive = ZipFile.OpenRead(path);

    /// <summary>The paths of all files, in ordinal order, without those of the format.</summary>
    public string[] Entries => [.. archive.Entries.Select(e => e.FullName).Except(Wrapping).Order(StringComparer.Ordinal)];

    /// <summary>The values of the manifest by the names of its elements.</summary>
    public XElement Manifest
    {
        get
        {
            using Stream stream = archive.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
            return XDocument.Load(stream).Root!.Elements().Single();
        }
    }

    public string? Value(string element) => Manifest.Elements().SingleOrDefault(e => e.Name.LocalName == element)?.Value;

    public byte[] Bytes(string entry)
    {
        using Stream stream = archive.GetEntry(entry)!.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    public void ExtractTo(string folder) => archive.ExtractToDirectory(folder);

    public void Dispose() => archive.Dispose();
}
