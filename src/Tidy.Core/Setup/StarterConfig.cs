using Tidy.Core.Configuration;
using Tidy.Core.Explaining;

namespace Tidy.Core.Setup;

/// <summary>The <c>tidy.json</c> that <c>init</c> writes: complete, and with comments that say what a person may want to add.</summary>
internal static class StarterConfig
{
    private const string Indent = "      ";

    /// <param name="presets">Each once.</param>
    /// <param name="schema">Where the schema is, relative to the workspace; null: nowhere.</param>
    public static string Text(IReadOnlyList<string> presets, AllowProposal allow, string? schema) =>
        $$"""
        // What 'dotnet tidy' moves, and where to. Every key is explained in docs/configuration.md of Tidy.Build.
        {{{(schema is null ? "" : $"\n  \"$schema\": \"./{schema}\",")}}
          "version": 1,

          // Built-in rules. 'dotnet tidy explain FILE' says which rule is about a file, and why.
          "extends": [{{string.Join(", ", presets.Select(name => $"\"{name}\""))}}],

          "root": {
            // What may stay at the root whatever the rules say; the reason is for the next reader.
            "allow": [
        {{Entries(allow)}}
            ],
          },

          // Rules of your own come first, and the first that matches wins:
          // "rules": [{ "id": "exports", "match": ["export-*.csv"], "to": "archive/exports/", "reason": "made on request" }],

          // Builds leave younger files alone; this is the default:
          // "build": { "minAge": "{{Duration.Format(new TidyConfig().BuildMinAge)}}" },
        }

        """.ReplaceLineEndings("\n");

    private static string Entries(AllowProposal allow)
    {
        List<string> lines = [.. allow.Entries.Select(entry => $"{Indent}{ConfigLine.Allow(entry.Path, entry.Reason!).Value},")];
        if (lines.Count == 0)
            lines.Add(Indent + "// { \"path\": \"keep.log\", \"reason\": \"read by the dashboard\" },");
        if (allow.Unlisted > 0)
            lines.Add($"{Indent}// {allow.Unlisted} more with names that rules move stay without a word here: git tracks them, or a project names them.");
        return string.Join('\n', lines);
    }
}
