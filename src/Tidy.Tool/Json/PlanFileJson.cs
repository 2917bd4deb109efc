using System.Text;
using System.Text.Json;
using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Json;

/// <summary>Plan files: the JSON object of <c>plan</c> plus <c>modified_at</c> per entry. Reading trusts nothing in them.</summary>
internal static class PlanFileJson
{
    /// <summary>Refuses to write a plan over a file that is none: a slip of the hand must not cost a file.</summary>
    /// <exception cref="TidyException">There is such a file.</exception>
    public static void RefuseForeignFile(string file)
    {
        if (!File.Exists(file))
            return;
        try
        {
            Deserialize(file);
        }
        catch (TidyException)
        {
            throw new TidyException(Codes.Usage, ExitCode.Usage, $"'{file}' exists and is not a plan file: it is not overwritten. Choose another name for --plan-out, or remove it.");
        }
    }

    /// <exception cref="TidyException">It cannot be written.</exception>
    public static void Write(string file, RunResult result, ExitCode exit)
    {
        using var text = new StringWriter();
        ToolJson.WriteObject(text, RunJson.ForPlanFile(result, exit));
        try
        {
            File.WriteAllText(file, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TidyException(Codes.Usage, ExitCode.Usage, $"The plan file '{file}' cannot be written: {e.Message}", e);
        }
    }

    /// <exception cref="TidyException">It cannot be read, is no plan, or names a path that is refused.</exception>
    public static PlanFile Read(string file)
    {
        RunJson plan = Deserialize(file);
        var entries = new List<PlanFileEntry>(plan.Entries.Length);
        foreach (EntryJson? entry in plan.Entries)
        {
            if (entry is null)
                throw Bad(file, "one of its entries is null");
            if (entry.Status == WireNames.Of(EntryStatus.Planned))
                entries.Add(Entry(file, entry));
        }

        return new PlanFile(entries);
    }

    private static RunJson Deserialize(string file)
    {
        RunJson? plan;
        try
        {
            using FileStream stream = File.OpenRead(file);
            plan = ToolJson.ReadRun(stream);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Bad(file, e.Message, e);
        }

        if (plan is null || plan.Command != WireNames.Of(RunCommand.Plan))
            throw Bad(file, "it does not hold the result of 'plan'");
        return plan.SchemaVersion == RunJson.Version
            ? plan
            : throw Bad(file, $"it has schema version {plan.SchemaVersion}; this version of the tool reads {RunJson.Version}");
    }

    private static PlanFileEntry Entry(string file, EntryJson entry)
    {
        PlanAction action = WireNames.ActionOf(entry.Action) ?? throw Bad(file, $"the action '{entry.Action}' of '{entry.Src}' is not known");
        bool hasDestination = entry.Dest is not null || action != PlanAction.RemoveEmptyDir; // a folder that goes has none
        DateTimeOffset modified = entry.ModifiedAt is { Kind: DateTimeKind.Utc } time
            ? new DateTimeOffset(time)
            : throw Bad(file, $"'{entry.Src}' has no modified_at in UTC; use the file that --plan-out wrote, not the output of --format json");
        return new PlanFileEntry(PathOf(file, entry.Src), hasDestination ? PathOf(file, entry.Dest) : null, action, entry.Bytes, modified) { Phase = entry.Phase };
    }

    private static WorkspacePath PathOf(string file, string? text) => WorkspacePath.TryParse(text, out WorkspacePath? path, out string? problem)
        ? path
        : throw new TidyException(Codes.PathRefused, ExitCode.Usage, $"The plan file '{file}' names the path '{text}', which is refused: it {problem}.");

    private static TidyException Bad(string file, string why, Exception? inner = null) =>
        new(Codes.StalePlan, ExitCode.Usage, $"The plan file '{file}' cannot be used: {why.TrimEnd('.')}. Write a new one with 'dotnet tidy plan --plan-out FILE'.", inner);
}
