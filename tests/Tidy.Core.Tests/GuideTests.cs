using System.Text;
using System.Text.RegularExpressions;
using Tidy.Core.Configuration;
using Tidy.Core.Moving;
using Tidy.Core.Queue;
using Tidy.Core.Settings;

namespace Tidy.Core.Tests;

/// <summary>What the README and the guides show is what the code does.</summary>
[TestClass]
public sealed partial class GuideTests
{
    /// <summary>Pages whose examples are of <c>settings.json</c>.</summary>
    internal static readonly string[] AboutSettings = ["settings.md", "notifications.md"];

    /// <summary>Targets of links that are no pages.</summary>
    private static readonly string[] NotPages = ["LICENSE", "CHANGELOG.md", "docs/prometheus/tidy-alerts.yml"];

    [TestMethod]
    [DataRow("README.md", 1)]
    [DataRow("configuration.md", 2)]
    public void AnExampleOfAConfiguration_IsThere(string guide, int atLeast) =>
        Assert.IsGreaterThanOrEqualTo(atLeast, Guides.Blocks(Guides.Read(guide), "jsonc").Length);

    [TestMethod]
    public void EveryExampleOfAConfiguration_IsValid()
    {
        foreach (string name in Guides.Names)
        {
            foreach (string example in Guides.Blocks(Guides.Read(name), "jsonc"))
                Parse(example, name);
        }
    }

    [TestMethod]
    public void TheExampleOfAQueueFile_IsReadWhole()
    {
        string example = Guides.Blocks(Guides.Read("locked-files.md"), "json").Single();
        using QueueScene scene = new();
        scene.WriteQueue(example);
        QueueReading reading = scene.Store.Read();
        Assert.IsEmpty(reading.Findings);
        PendingMove item = reading.Queue.Items.Single();
        Assert.AreEqual(PendingMoveId.Compute(item.Source, item.Destination, item.Action), item.Id);
        Assert.IsEmpty(item.UnknownFields);
        string written = Encoding.UTF8.GetString(QueueCodec.Encode(reading.Queue, scene.Config, "/home/ann/shop", scene.Clock.Now));
        CollectionAssert.AreEqual(Keys(written), Keys(example));
    }

    [TestMethod]
    public void TheWaitsItLists_AreThoseOfTheCode()
    {
        Dictionary<string, string> listed = [];
        foreach (string[] row in Guides.Rows(Guides.Read("locked-files.md")).Where(r => r.Length == 5))
        {
            foreach (string reason in row[0].Split(", "))
                listed.Add(reason, $"{row[1]}, {row[2]}, {row[3]}, {row[4]}");
        }

        // Not queued: a file that went away has nothing to wait for.
        foreach (FailureReason reason in Enum.GetValues<FailureReason>().Where(r => r != FailureReason.MissingSource))
        {
            RetryPolicy policy = RetryPolicy.For(reason, new QueueConfig());
            string expected = $"{policy.MaxAttempts}, {policy.BaseBackoff.TotalSeconds} s, {policy.MaxBackoff.TotalSeconds} s, `{WireNames.Of(policy.AtTheBound)}`";
            Assert.AreEqual(expected, listed.GetValueOrDefault($"`{WireNames.Of(reason)}`"), $"{reason}");
        }
    }

    /// <summary>Files and folders of the repository, other pages, and headings in them.</summary>
    [TestMethod]
    public void EveryLink_LeadsToWhatIsThere()
    {
        List<string> broken = [];
        foreach (string name in Guides.Names)
        {
            foreach (Match link in Link().Matches(Guides.Read(name)))
            {
                if (!IsThere(name, link.Groups["path"].Value, link.Groups["heading"].Value))
                    broken.Add($"{name}: {link.Value}");
            }
        }

        Assert.AreEqual("", string.Join('\n', broken));
    }

    private static void Parse(string example, string name)
    {
        if (AboutSettings.Contains(name))
            UserSettings.Parse(example, name);
        else
            ConfigReader.Parse(example, name);
    }

    private static bool IsThere(string from, string path, string heading)
    {
        string target = path.Length == 0 ? Guides.PathOf(from) : Path.GetRelativePath("/", Path.GetFullPath(path, "/" + Path.GetDirectoryName(Guides.PathOf(from)))).Replace('\\', '/');
        string? guide = Guides.Names.FirstOrDefault(name => Guides.PathOf(name) == target);
        if (guide is null)
            return heading.Length == 0 && (NotPages.Contains(target) || Guides.HasPicture(target));
        return heading.Length == 0 || Heading().Matches(Guides.Read(guide)).Any(h => Anchor(h.Groups[1].Value) == heading);
    }

    /// <summary>As GitHub makes it: lower case, blanks as hyphens, without punctuation.</summary>
    private static string Anchor(string heading) =>
        new([.. heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c)]);

    private static string[] Keys(string json) => [.. JsonKey().Matches(json).Select(m => m.Value)];

    [GeneratedRegex("\"[a-z_]+\":")]
    private static partial Regex JsonKey();

    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#\s]*)(#(?<heading>[^)\s]+))?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
