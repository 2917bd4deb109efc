using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Phases;

/// <summary>Compares what is wanted with the workspace as the plan so far leaves it, and mends or reports the difference.</summary>
internal sealed class Structure(PlanBuilder plan)
{
    public const string Remedy = "Bring back what is missing, or let 'dotnet tidy apply --repair' make it.";

    private const string RuleId = "repair";

    private readonly WorkspaceAfter after = WorkspaceAfter.Planned(plan);

    /// <summary>Neither is there an archive, nor does anything come into one.</summary>
    public bool LacksArchive() => after.KindOf(WorkspacePath.Parse(plan.Request.Config.Archive.Path)) is null;

    public void Check(WantedEntry wanted)
    {
        FileKind? kind = after.KindOf(wanted.Path);
        if (kind == (wanted.IsFolder ? FileKind.Directory : FileKind.File))
            return;
        if (kind is { } other)
            Report(wanted, $"A {wanted.Kind} of this name is wanted, and {Words(other)} has it", "Give that another name.");
        else if (plan.Services.Files.Stat(plan.Request.Root.Resolve(wanted.Path), out _).IsOk)
            Report(wanted, $"The {wanted.Kind} is wanted here, and the plan takes it away", "Correct the rule or migration that does, or want it elsewhere.");
        else if (!plan.Request.Repair)
            Report(wanted, $"The {wanted.Kind} is missing", Remedy);
        else if (Obstacle(wanted) is { } obstacle)
            Report(wanted, $"The {wanted.Kind} is missing and cannot be made: {obstacle}", "Remove what is in the way.");
        else
            Make(wanted);
    }

    private static string Words(FileKind kind) => kind switch
    {
        FileKind.Directory => "a folder",
        FileKind.File => "a file",
        FileKind.Link => "a link to nothing",
        _ => "a pipe, socket or device",
    };

    private void Report(WantedEntry wanted, string what, string remedy)
    {
        if (wanted.Code is { } code)
            plan.Add(new Finding(code, CodeTable.LevelOf(code), wanted.Path.Value, wanted.Reason is null ? $"{what}." : $"{what}; wanted because {wanted.Reason}.") { Remedy = remedy });
    }

    /// <summary>Why nothing can be made there, as a clause, or null.</summary>
    private string? Obstacle(WantedEntry wanted)
    {
        if (plan.Guard.ProblemOf(wanted.Path) is { } problem)
            return problem;
        for (WorkspacePath? folder = wanted.Path.Parent; folder is not null; folder = folder.Parent)
        {
            if (after.KindOf(folder) is { } kind and not FileKind.Directory)
                return $"'{folder}' is {Words(kind)}";
        }

        return plan.Queue.FindBySource(wanted.Path) is { } item ? $"the queue holds it ('dotnet tidy queue show {item.Id}')" : null;
    }

    private void Make(WantedEntry wanted)
    {
        if (IsAtRootInstead(wanted))
            return;
        PlanEntry entry = new()
        {
            Source = wanted.Path,
            Destination = wanted.Path,
            Action = wanted.IsFolder ? PlanAction.CreateDir : PlanAction.CreateFile,
            Phase = VerifyPhase.PhaseName,
            Rule = RuleId,
            Content = wanted.Content,
            Message = wanted.Reason ?? "missing",
        };
        plan.Add(entry);
        after.Add(new CarriedOut(entry, wanted.Path));
    }

    /// <summary>A truth source that lies at the root has to be moved by a person: an empty one in its place would be another version.</summary>
    private bool IsAtRootInstead(WantedEntry wanted) => wanted.IsTruthSource && plan.Root.Has(wanted.Path.Name);
}
