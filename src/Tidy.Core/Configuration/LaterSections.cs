namespace Tidy.Core.Configuration;

/// <summary>
/// Checks the sections whose phases this version does not have, so that a mistake in them shows now and not when the phase comes,
/// and names those that ask for something.
/// </summary>
internal sealed class LaterSections(ConfigText text)
{
    private readonly ConfigChecks checks = new(text);

    public List<string> Check(TidyFile file)
    {
        var waiting = new List<string>();
        if (Migrations(file.Migrations))
            waiting.Add("migrations");
        if (Docs(file.Docs))
            waiting.Add("docs");
        if (Runs(file.Runs))
            waiting.Add("runs");
        if (Archive(file.Archive))
            waiting.Add("archive");
        return waiting;
    }

    private bool Migrations(IReadOnlyList<MigrationSection?>? sections)
    {
        int count = 0;
        foreach (MigrationSection section in checks.Items(sections, "migrations"))
        {
            string path = $"migrations[{count++}]";
            checks.Folder(section.From ?? throw text.Problem(path, "needs 'from'."), $"{path}.from");
            checks.Folder(section.To ?? throw text.Problem(path, "needs 'to'."), $"{path}.to");
        }

        return count > 0;
    }

    private bool Docs(DocsSection? section)
    {
        if (section is null)
            return false;
        Optional(section.Path, "docs.path");
        checks.Items(section.TruthSources, "docs.truthSources");
        checks.Patterns(section.Allow, "docs.allow");
        checks.Patterns(section.AllowDirs, "docs.allowDirs");
        checks.Word(section.Mode, ConfigWords.DocsModes, fallback: 0, "docs.mode");
        return true;
    }

    private bool Runs(RunsSection? section)
    {
        if (section is null)
            return false;
        Optional(section.Path, "runs.path");
        Optional(section.ArchiveTo, "runs.archiveTo");
        checks.Patterns(section.Protect, "runs.protect");
        checks.Span(section.MinAge, TimeSpan.Zero, "runs.minAge");
        if (section.KeepLast < 0)
            throw text.Problem("runs.keepLast", "must be 0 or more.");
        return true;
    }

    /// <summary><c>archive.path</c> and <c>archive.commit</c> work already; buckets, duplicates and the index need the phase.</summary>
    private bool Archive(ArchiveSection? section)
    {
        List<string> buckets = checks.Items(section?.Buckets, "archive.buckets");
        for (int i = 0; i < buckets.Count; i++)
            checks.Folder(buckets[i], $"archive.buckets[{i}]");
        return buckets.Count > 0 || section?.Deduplicate == true || section?.Index == true;
    }

    private void Optional(string? folder, string path)
    {
        if (folder is not null)
            checks.Folder(folder, path);
    }
}
