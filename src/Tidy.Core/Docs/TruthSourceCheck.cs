using Tidy.Core.Configuration;
using Tidy.Core.Differences;
using Tidy.Core.Phases;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Docs;

/// <summary>Each truth source is a file in the documentation folder, and the root has no other version of it.</summary>
internal sealed class TruthSourceCheck(PlanBuilder plan)
{
    private readonly Routing routing = new(plan, new SqliteUnits(plan.Root), DocsPhase.PhaseName);
    private readonly ArchiveConfig archive = plan.Request.Config.Archive;

    public void Plan()
    {
        foreach (TruthSource source in TruthSources.In(plan))
        {
            if (source.Kind is null)
                ReportMissing(source);
            else if (source.Kind != FileKind.File)
                ReportKind(source);
            else if (source.AtRoot is { } atRoot && !plan.IsDecided(atRoot))
                Compare(source, atRoot);
        }
    }

    private void ReportMissing(TruthSource source)
    {
        if (source.AtRoot is { } atRoot)
        {
            Report(Codes.TruthSourceMissing, source.Path, $"The truth source is missing; the root has a file of its name, '{atRoot}', which stays there.",
                $"Move that one to '{source.Path}' (with git mv, if git tracks it); or allow it at the root with root.allow.");
        }
        else if (!IsRepaired)
        {
            Report(Codes.TruthSourceMissing, source.Path, "The truth source is missing.", "Run 'dotnet tidy apply --repair', which makes an empty one, or bring it back.");
        }
    }

    /// <summary>Another phase of this very run makes what is missing.</summary>
    private bool IsRepaired => plan.Request.Repair && (plan.Request.Phases?.Contains(VerifyPhase.PhaseName, StringComparer.OrdinalIgnoreCase) ?? true);

    private void ReportKind(TruthSource source)
    {
        string kind = source.Kind switch
        {
            FileKind.Directory => "a folder",
            FileKind.Link => "a link",
            _ => "a pipe, socket or device",
        };
        Report(Codes.TruthSourceMissing, source.Path, $"The truth source should be a file, and is {kind}.", "Put the file itself in its place.");
    }

    private void Compare(TruthSource source, WorkspacePath atRoot)
    {
        string there = plan.Request.Root.Resolve(plan.Destinations.Now(source.Path));
        if (!routing.TryLook(atRoot, out FileStat stat) || !plan.Services.Files.Stat(there, out FileStat kept).IsOk)
            return;
        ComparedFile one = new(atRoot, plan.Request.Root.Resolve(atRoot), stat.Size);
        ComparedFile other = new(source.Path, there, kept.Size);
        // A link leads away from what it says: it is left, like each at the root, and nothing is read through it.
        if (stat.Kind == FileKind.Link || (one.Size == other.Size && ContentHash.AreEqual(one.FullPath, other.FullPath)))
            routing.Route(atRoot, Superseded(source));
        else if (!routing.Stays(atRoot, stat, rule: null))
            ReportDivergent(one, other);
    }

    private Rule Superseded(TruthSource source) => new()
    {
        Id = "docs:truth-source",
        Match = [],
        To = archive.Folder("superseded"),
        Reason = $"the truth source '{source.Path}' has the same content",
    };

    private void ReportDivergent(ComparedFile atRoot, ComparedFile source)
    {
        Difference difference = Differ(atRoot, source);
        plan.Add(new Finding(Codes.TruthSourceDivergent, FindingLevel.Error, atRoot.Path.Value,
            $"Another version of the truth source '{source.Path}' ({atRoot.Size} bytes here, {source.Size} there): {difference.Summary}. Both stay.")
        {
            Remedy = $"Bring what is right into '{source.Path}' and delete '{atRoot.Path}'; or allow it at the root with root.allow.",
            Detail = difference.Diff,
        });
    }

    private static Difference Differ(ComparedFile atRoot, ComparedFile source)
    {
        try
        {
            return Difference.Between(atRoot, source);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Difference($"they could not be compared ({e.Message})", null);
        }
    }

    private void Report(string code, WorkspacePath path, string message, string remedy) =>
        plan.Add(new Finding(code, CodeTable.LevelOf(code), path.Value, message) { Remedy = remedy });
}
