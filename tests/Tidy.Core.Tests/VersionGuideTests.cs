using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tidy.Core.Tests;

/// <summary>The version is in one place; what people copy from the guides must be that one.</summary>
[TestClass]
public sealed partial class VersionGuideTests
{
    [TestMethod]
    public void EveryPackageReferenceInTheGuides_HasTheVersionOfTheSources()
    {
        string version = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Fixtures", "guides", "Tidy.Version.props")).Descendants("TidyVersion").Single().Value;
        string[] written = [.. Guides.Names.SelectMany(name => Reference().Matches(Guides.Read(name))).Select(m => m.Groups["version"].Value)];

        Assert.IsGreaterThanOrEqualTo(4, written.Length);
        Assert.IsTrue(written.All(w => w == version), string.Join(", ", written));
    }

    [GeneratedRegex("""<(Global)?PackageReference Include="Tidy\.Build" Version="(?<version>[^"]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
