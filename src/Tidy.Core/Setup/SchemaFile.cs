using System.Text;
using System.Text.Json;
using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Setup;

/// <summary>
/// The schema of <c>tidy.json</c> in a repository: it is committed, so that the editors of every clone help. It lies where the .NET SDK keeps the
/// manifest of its tools.
/// </summary>
/// <param name="version">Of the tool.</param>
public sealed class SchemaFile(WorkspaceRoot root, RunServices services, string version)
{
    /// <summary>Relative to the workspace.</summary>
    public const string Name = ".config/tidy.schema.json";

    private static readonly WorkspacePath Place = WorkspacePath.Parse(Name);

    private readonly string fullPath = root.Resolve(Place);

    public SchemaState State()
    {
        if (new LinkGuard(root, services.Files).ProblemOf(Place) is not null)
            return SchemaState.NotOurs;
        if (!services.Files.Stat(fullPath, out FileStat stat).IsOk)
            return SchemaState.Missing;
        if (stat.Kind != FileKind.File || SourceText.Read(root, Name) is not { } text || VersionIn(text) is not { } written)
            return SchemaState.NotOurs;
        if (written > Number(version))
            return SchemaState.Newer;
        // A checkout may have made other line ends of it.
        return text.ReplaceLineEndings("\n") == Encoding.UTF8.GetString(ConfigSchema.Write(version)) ? SchemaState.Current : SchemaState.Outdated;
    }

    /// <summary>Writes what is missing, and replaces what an older Tidy wrote; anything else stays.</summary>
    /// <remarks>Under the lock of the workspace.</remarks>
    /// <exception cref="TidyException">It cannot be written.</exception>
    public void Write()
    {
        SchemaState state = State();
        if (state == SchemaState.Outdated)
            new StateFile(root, fullPath, services.Clock, services.Files).Replace(ConfigSchema.Write(version));
        else if (state == SchemaState.Missing)
            new NewFile(root, services.Files, Place).Write(ConfigSchema.Write(version));
    }

    /// <summary>Null when it is not a schema that a Tidy wrote.</summary>
    private static Version? VersionIn(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } schema
                && TextOf(schema, "title") == ConfigSchema.Title
                && TextOf(schema, ConfigSchema.VersionKey) is { } written ? Number(written) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement schema, string key) =>
        schema.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Without what stands behind a <c>-</c>.</summary>
    private static Version? Number(string version) => Version.TryParse(version.Split('-')[0], out Version? number) ? number : null;
}
