using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Configuration;

/// <summary>The keys of a migration, and what migrations must be together: one pass carries all of them out.</summary>
internal static class MigrationKeys
{
    private static readonly KeyTable<Migration> All = new(
        "Migration",
        new Migration("", "", ConflictMode.Rename),
        Key<Migration>.Required("from", Values.Folder, (move, folder) => move with { From = folder },
            "The folder that should not be there any more."),
        Key<Migration>.Required("to", Values.Folder, (move, folder) => move with { To = folder },
            "Where its content belongs. Neither may lie in the other, nor go on where another migration ends."),
        Key<Migration>.Of("conflict", Values.Word(ConfigWords.Conflicts), (move, word) => move with { Conflict = (ConflictMode)word }, move => move.Conflict,
            "For a file whose name is taken at the destination, as for rules: `rename`, `skip`, `fail` or `deduplicate`."));

    public static readonly Value<List<Migration>> Value = new(Read, () => ValueSchemas.List(ObjectSchema.Of(All)));

    private static List<Migration> Read(ref ValueReader json)
    {
        List<Migration> earlier = [];
        return json.List((ref item) =>
        {
            Migration move = item.Object(All, All.Empty);
            Check(move, earlier, ref item);
            earlier.Add(move);
            return move;
        });
    }

    private static void Check(Migration move, List<Migration> earlier, ref ValueReader json)
    {
        if (move.From.Length == 0)
            throw json.Problem("needs 'from'.");
        if (move.To.Length == 0)
            throw json.Problem("needs 'to'.");
        if (AreNested(move.From, move.To))
            throw json.ProblemOf("to", "is refused: a folder cannot move into itself, nor onto a folder around it.");
        foreach (Migration other in earlier)
        {
            if (AreNested(move.From, other.From))
                throw json.ProblemOf("from", $"overlaps with '{other.From}', which an earlier migration moves.");
            if (AreNested(move.From, other.To) || AreNested(move.To, other.From))
                throw json.Problem($"goes on where the one from '{other.From}' to '{other.To}' ends: say it in one step.");
        }
    }

    private static bool AreNested(string one, string other) =>
        one.Length <= other.Length ? WorkspacePath.Comparer.Equals(one, other[..one.Length]) : AreNested(other, one);
}
