using Tidy.Core.Git;

namespace Tidy.Core.Explaining;

/// <summary>How git sees a path, as far as the plan had to know.</summary>
/// <param name="State">Null when it is not known.</param>
/// <param name="Why">What there is to say beside the state, as a clause; null for nothing.</param>
/// <param name="WasAsked">False: nothing in the workspace would move, so git was not started.</param>
public sealed record GitAnswer(GitState? State, string? Why, bool WasAsked)
{
    /// <summary>It was asked, and could not tell.</summary>
    public bool IsUnknown { get; init; }
}
