using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>Findings that say the same of several paths: 237 libraries are one thing to know.</summary>
internal sealed class FindingGroup(Finding first)
{
    public Finding First { get; } = first;

    /// <summary>Of a finding about none: empty.</summary>
    public List<string> Paths { get; } = [];

    /// <summary>Groups of one level, in the order in which their first finding comes.</summary>
    public static IReadOnlyList<FindingGroup> By(IReadOnlyList<Finding> findings, FindingLevel level)
    {
        if (findings.Count == 0)
            return [];
        var groups = new Dictionary<(string, string), FindingGroup>();
        List<FindingGroup> all = [];
        foreach (Finding finding in findings)
        {
            if (finding.Level != level)
                continue;
            if (!IsShared(finding) || !groups.TryGetValue((finding.Code, finding.Text), out FindingGroup? group))
            {
                all.Add(group = new FindingGroup(finding));
                if (IsShared(finding))
                    groups.Add((finding.Code, finding.Text), group);
            }

            if (finding.Path is { } path)
                group.Paths.Add(path);
        }

        return all;
    }

    /// <summary>What points to a line, or shows more lines, stands for itself.</summary>
    private static bool IsShared(Finding finding) => finding is { Path: not null, Line: null, Detail: null };
}
