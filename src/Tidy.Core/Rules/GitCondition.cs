using Tidy.Core.Git;

namespace Tidy.Core.Rules;

/// <summary>How git sees the entry. Where git cannot tell, the rule is not to blame: what is unknown stays whatever it says.</summary>
internal sealed class GitCondition(GitState wanted) : ICondition
{
    public string? WhyNot(IEntryFacts entry) => entry.Git is not { } state || state == wanted ? null : state switch
    {
        GitState.Tracked => "git tracks it",
        GitState.Ignored => "git ignores it",
        _ => "it is new to git, and not ignored",
    };
}
