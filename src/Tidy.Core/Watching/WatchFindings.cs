using Tidy.Core.Planning;

namespace Tidy.Core.Watching;

/// <summary>What was said already: a database at the root is no news each time something else moves.</summary>
internal sealed class WatchFindings
{
    private HashSet<Finding> said = [];

    /// <param name="isAll">The run looked at everything: what it did not find is over, and is news when it comes back.</param>
    public IReadOnlyList<Finding> NewOf(IReadOnlyList<Finding> found, bool isAll)
    {
        List<Finding> news = [.. found.Where(f => !said.Contains(f))];
        if (isAll)
            said = [.. found];
        else
            said.UnionWith(found);
        return news;
    }
}
