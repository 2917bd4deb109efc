using Tidy.Core.Git;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>A file that git ignores does not become visible by being moved: where git would show it, it stays.</summary>
internal sealed class Visibility(PlanBuilder plan, TrackedFiles git)
{
    private HiddenPlaces? hidden;

    /// <summary>Reads ignore files, so it is for files that git ignores.</summary>
    private HiddenPlaces Hidden => hidden ??= new HiddenPlaces(plan);

    /// <summary>Why it stays, as a clause that says what to do, or null.</summary>
    public string? ProblemOf(WorkspacePath path, bool isFolder, WorkspacePath destination)
    {
        if (isFolder)
            return ProblemIn(path, destination);
        return git.StateOf(path) == GitState.Ignored && !Hidden.HasFile(destination)
            ? $"git ignores it here and would show it in {Remedy(destination)}"
            : null;
    }

    /// <summary>Of a folder that goes as a whole: each file in it, by what git will read of ignore files around its new place and in it.</summary>
    private string? ProblemIn(WorkspacePath folder, WorkspacePath destination)
    {
        foreach (FolderListing listing in plan.Walk(folder))
        {
            for (int i = 0; i < listing.Count; i++)
            {
                if (listing[i].Kind == FileKind.Directory || !WorkspacePath.TryParse($"{listing.Path}/{listing[i].Name}", out WorkspacePath? file, out _))
                    continue;
                if (git.StateOf(file) != GitState.Ignored)
                    continue;
                if (Hidden.HasFolder(destination))
                    return null;
                if (!Hidden.HasFile(WorkspacePath.Parse(destination.Value + file.Value[folder.Value.Length..])))
                    return $"git ignores '{file}' in it and would show that in {Remedy(destination)}";
            }
        }

        return null;
    }

    /// <summary>The same words for all files that go to one folder: reports put them together.</summary>
    private static string Remedy(WorkspacePath destination)
    {
        string folder = (destination.Parent ?? destination).Value + "/";
        return $"'{folder}': let a .gitignore hide it there too (for all of the folder: '/{folder}'), or choose another 'to'";
    }
}
