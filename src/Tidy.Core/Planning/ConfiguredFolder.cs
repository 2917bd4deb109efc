using Tidy.Core.Moving;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>Looks at a folder that the configuration names, before a phase decides about what is in it.</summary>
internal static class ConfiguredFolder
{
    public static FolderLook Look(PlanBuilder plan, WorkspacePath path, out FileStat stat)
    {
        stat = default;
        if (plan.Guard.ProblemOf(path) is { } problem)
            return Refuse(plan, path, Codes.PathRefused, problem);
        OsCode code = plan.Services.Files.Stat(plan.Request.Root.Resolve(path), out stat);
        if (!code.IsOk)
        {
            Failure failure = Failures.Of(plan.Services.Files, code, plan.Request.Root.Resolve(path), path.Value, "lstat");
            return failure.Reason == FailureReason.MissingSource ? FolderLook.Missing : Refuse(plan, path, Codes.Unreadable, failure.Message);
        }

        return stat.Kind == FileKind.Directory
            ? FolderLook.Real
            : Refuse(plan, path, Codes.PathRefused, $"'{path}' is {(stat.Kind == FileKind.Link ? "a link" : "no folder")}");
    }

    private static FolderLook Refuse(PlanBuilder plan, WorkspacePath path, string code, string why)
    {
        plan.Add(new Finding(code, CodeTable.LevelOf(code), path.Value, $"The configuration names it as a folder, and it is left as it is: {why}.")
        {
            Remedy = "Put a plain folder in its place, or correct tidy.json.",
        });
        return FolderLook.Refused;
    }
}
