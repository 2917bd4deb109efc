namespace Tidy.Core.Configuration;

/// <summary>
/// The keys of the sections whose phases this version does not have. They are read, so that a mistake in them shows now and not when
/// the phase comes, and dropped; the configuration has only the names of the sections that ask for something.
/// </summary>
internal static class LaterKeys
{
    private static readonly Key<Move>[] MigrationKeys =
    [
        new("from", (move, ref json) => move with { From = json.Folder() }),
        new("to", (move, ref json) => move with { To = json.Folder() }),
    ];

    private static readonly Key<object>[] DocsKeys =
    [
        new("path", (_, ref json) => json.Folder()),
        new("truthSources", (_, ref json) => json.Texts()),
        new("allow", (_, ref json) => json.Patterns()),
        new("allowDirs", (_, ref json) => json.Patterns()),
        new("mode", (_, ref json) => json.Word(ConfigWords.DocsModes)),
    ];

    private static readonly Key<object>[] RunsKeys =
    [
        new("path", (_, ref json) => json.Folder()),
        new("keepLast", (_, ref json) => json.NotNegative()),
        new("minAge", (_, ref json) => json.Span()),
        new("protect", (_, ref json) => json.Patterns()),
        new("archiveTo", (_, ref json) => json.Folder()),
    ];

    public static TidyConfig Migrations(TidyConfig file, ref ValueReader json) => Asked(file, json.List(Migration).Count > 0, "migrations");

    public static TidyConfig Docs(TidyConfig file, ref ValueReader json)
    {
        json.Object(file, DocsKeys);
        return Asked(file, isAsked: true, "docs");
    }

    public static TidyConfig Runs(TidyConfig file, ref ValueReader json)
    {
        json.Object(file, RunsKeys);
        return Asked(file, isAsked: true, "runs");
    }

    public static TidyConfig Asked(TidyConfig file, bool isAsked, string section) => isAsked && !file.SectionsWithoutPhase.Contains(section)
        ? file with { SectionsWithoutPhase = [.. file.SectionsWithoutPhase, section] }
        : file;

    private static Move Migration(ref ValueReader json)
    {
        Move move = json.Object(new Move(From: null, To: null), MigrationKeys);
        if (move.From is null)
            throw json.Problem("needs 'from'.");
        return move.To is null ? throw json.Problem("needs 'to'.") : move;
    }

    private sealed record Move(string? From, string? To);
}
