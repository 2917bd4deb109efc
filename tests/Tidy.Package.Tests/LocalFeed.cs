using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tidy.Package.Tests;

/// <summary>
/// Both packages as <c>build/pack</c> makes them, in a folder that is a package source, and a folder for what is restored from it:
/// the machine's own NuGet folders never see them.
/// </summary>
internal sealed partial class LocalFeed : IDisposable
{
    private static readonly Lazy<LocalFeed> OfSources = new(() => Create("any linux-x64", Sources.Version));
    private static readonly Lazy<LocalFeed> OfAnotherVersion = new(() => Create("any", "7.8.9-test.1"));

    /// <summary>The same for all temporary folders.</summary>
    private static readonly Lazy<string[]> MachineSources = new(FindMachineSources);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tidy-feed-");
    private readonly Lazy<string> tool;

    private LocalFeed(string version)
    {
        Version = version;
        tool = new Lazy<string>(ExtractTool);
    }

    /// <summary>The sources' version, for any machine and for linux-x64. Made once a run, when the first test asks for it.</summary>
    public static LocalFeed Shared => OfSources.Value;

    /// <summary>The same sources as another version, for any machine only. Made once a run, when the first test asks for it.</summary>
    public static LocalFeed OtherVersion => OfAnotherVersion.Value;

    public string Version { get; }

    public string Packages => Path.Combine(folder.FullName, "feed");

    /// <summary>NuGet's global packages folder for everything that is restored from here.</summary>
    public string GlobalPackages => Path.Combine(folder.FullName, "global");

    /// <summary>The packed <c>dotnet-tidy.dll</c> for any machine, to be run by <c>dotnet exec</c>.</summary>
    public string Tool => tool.Value;

    /// <summary>Deletes those that tests have asked for.</summary>
    public static void DisposeAll()
    {
        foreach (Lazy<LocalFeed> feed in new[] { OfSources, OfAnotherVersion })
        {
            if (feed.IsValueCreated)
                feed.Value.Dispose();
        }
    }

    /// <summary>The file of a package.</summary>
    public string Package(string id) => Path.Combine(Packages, $"{id}.{Version}.nupkg");

    /// <summary>
    /// Writes a <c>nuget.config</c> that takes our packages from here, all others from where this machine has them from, and puts
    /// both into <see cref="GlobalPackages"/>.
    /// </summary>
    public void WriteConfig(string folder)
    {
        XElement ours = Mapping("tidy-local", "Tidy.Build", "dotnet-tidy", "dotnet-tidy.*");
        IEnumerable<XElement> others = MachineSources.Value.Select(source => Mapping(source, "*"));
        var configuration = new XElement(
            "configuration",
            new XElement("config", Setting("globalPackagesFolder", GlobalPackages)),
            new XElement("packageSources", Setting("tidy-local", Packages)),
            new XElement("packageSourceMapping", ours, others));
        configuration.Save(Path.Combine(folder, "nuget.config"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The version of the sources is not told: that it is the packages' without being told is a part of what is tested.</summary>
    private static LocalFeed Create(string rids, string version)
    {
        string[] told = version == Sources.Version ? [] : ["--version", version];
        var feed = new LocalFeed(version);
        try
        {
            PackScript.Pack(PackScript.In(Sources.Folder), ["--output", feed.Packages, "--rids", rids, .. told]);
            return feed;
        }
        catch
        {
            feed.Dispose();
            throw;
        }
    }

    private string ExtractTool()
    {
        using var package = new PackageFile(Package("Tidy.Build"));
        string extracted = Path.Combine(folder.FullName, "extracted");
        package.ExtractTo(extracted);
        return Path.Combine(extracted, "tools/net10.0/any/dotnet-tidy.dll");
    }

    private static XElement Setting(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));

    private static XElement Mapping(string source, params string[] patterns) =>
        new("packageSource", new XAttribute("key", source), patterns.Select(p => new XElement("package", new XAttribute("pattern", p))));

    private static string[] FindMachineSources()
    {
        using var folder = new TemporaryFolder();
        string list = DotNet.In(folder.FullPath).Run("nuget", "list", "source").WithExit(0).Out;
        return [.. EnabledSource().Matches(list).Select(m => m.Groups["name"].Value)];
    }

    [GeneratedRegex(@"^ *\d+\. +(?<name>.+) \[Enabled\]\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex EnabledSource();
}
