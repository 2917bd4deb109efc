using Tidy.Core.Rules;

namespace Tidy.Core.Tests;

internal static class RuleIndexByName
{
    /// <summary>For an entry that has nothing but a name: empty, new to git, alone in its folder.</summary>
    public static Rule? FirstMatch(this RuleIndex rules, string name, bool isFolder) => rules.FirstMatch(new NamedEntry(name, isFolder));

    public static IEnumerable<RuleVerdict> Explain(this RuleIndex rules, string name, bool isFolder) => rules.Explain(new NamedEntry(name, isFolder));
}
