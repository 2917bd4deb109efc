using Tidy.Core.Configuration;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Queue;
using Tidy.Core.Rules;

namespace Tidy.Core.Explaining;

/// <summary>Why a path would move, or why not: every rule in order, what protects it, what the queue knows, what a run would do, and how to change that.</summary>
public sealed record Explanation
{
    public required ExplainedPath Path { get; init; }

    /// <summary>Null where nothing is there.</summary>
    public FileKind? Kind { get; init; }

    public bool Exists => Kind is not null;

    /// <summary>The phase that judges what lies there, e.g. <c>root</c>; null when none does.</summary>
    public string? Phase { get; init; }

    /// <summary>What the tool, git or the configuration need at the root.</summary>
    public bool IsOwn { get; init; }

    public AllowedEntry? AllowedBy { get; init; }

    /// <summary>Of a phase that asks rules; else empty.</summary>
    public IReadOnlyList<RuleVerdict> Rules { get; init; } = [];

    /// <summary>The rule that decides; null when none matches, or none is asked because the path belongs there.</summary>
    public Rule? Decides { get; init; }

    /// <summary>All that keeps it whatever the rules say: tracked by git, named by a project file, …. Empty when nothing would move it anyway.</summary>
    public IReadOnlyList<string> Protections { get; init; } = [];

    public required GitAnswer Git { get; init; }

    /// <summary>Null when no rule that moves decides.</summary>
    public AgeAnswer? Age { get; init; }

    /// <summary>Null when nothing says where it goes.</summary>
    public DestinationAnswer? Destination { get; init; }

    public PendingMove? Pending { get; init; }

    /// <summary>What a run would do with it, or with a folder around it that goes as a whole.</summary>
    public PlanEntry? Entry { get; init; }

    /// <summary>What a run would report about it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>How to get another answer.</summary>
    public IReadOnlyList<Advice> Advice { get; init; } = [];

    /// <summary>Answers from the very plan that <c>plan</c> would print. Writes nothing.</summary>
    public static Explanation Of(RunRequest request, RunServices services, ExplainedPath path)
    {
        QueueStore store = new(request.Root, services.Files, services.Clock, request.Config.Queue);
        PlanBuilder plan = new Planner(request, services).Ask(store.Read().Queue);
        Explanation told = new Explainer(plan, path).Explain();
        return told with { Advice = [.. new Adviser(plan, told).Advise()] };
    }
}
