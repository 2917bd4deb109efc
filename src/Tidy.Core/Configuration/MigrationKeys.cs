using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Configuration;

/// <summary>The keys of a migration, and what migrations must be together: one pass carries all of them out.</summary>
internal static class MigrationKeys
{
    private static readonly Key<Migration>[] All =
    [
        new("from", (move, ref json) => move with { From = json.Folder() }),
        new("to", (move, ref json) => move with { To = json.Folder() }),
        new("conflict", (move, ref json) => move with { Conflict = (ConflictMode)json.Word(ConfigWords.Conflicts) }),
    ];

    public static List<Migration> Migrations(ref ValueReader json)
    {
        List<Migration> earlier = [];
        return json.List((ref item) =>
        {
            Migration move = item.Object(new Migration("", "", ConflictMode.Rename), All);
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
