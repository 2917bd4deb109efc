using YamlDotNet.RepresentationModel;

namespace Tidy.Tool.Tests;

/// <summary>Pipelines as their readers see them.</summary>
internal static class Yaml
{
    public static YamlNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Single().RootNode;
    }

    /// <summary>Every mapping in a list, wherever it is: that is what steps are.</summary>
    public static IEnumerable<YamlMappingNode> StepsOf(string text) =>
        Parse(text).AllNodes.OfType<YamlSequenceNode>().SelectMany(list => list.Children).OfType<YamlMappingNode>();

    /// <summary>What the steps or jobs of a pipeline run: <c>run</c>, <c>script</c>, and each of a list of those.</summary>
    public static IEnumerable<string> ScriptsOf(string text)
    {
        foreach (YamlMappingNode node in Parse(text).AllNodes.OfType<YamlMappingNode>())
        {
            foreach (string key in (string[])["run", "script"])
            {
                if (node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value))
                {
                    foreach (YamlScalarNode script in value is YamlSequenceNode list ? list.Children.Cast<YamlScalarNode>() : [(YamlScalarNode)value])
                        yield return script.Value!;
                }
            }
        }
    }

    /// <summary>The value of a key, or null.</summary>
    public static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? ((YamlScalarNode)value).Value : null;

    /// <summary>The keys of the mapping that is the value of a key; none where there is no such key.</summary>
    public static string[] Keys(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value)
        ? [.. ((YamlMappingNode)value).Children.Keys.Select(k => ((YamlScalarNode)k).Value!)]
        : [];
}
