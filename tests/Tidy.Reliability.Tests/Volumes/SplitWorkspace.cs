using Tidy.Core.Queue;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>
/// A workspace of which one folder, <c>big</c>, is another volume: files move from either to the other, which is a copy, inside of that other
/// one while the queue is here, and of some there is an equal one over there.
/// </summary>
internal static class SplitWorkspace
{
    /// <summary>Of each kind of file.</summary>
    public const int Some = 6;

    public static readonly string[] Apply = ["apply", "--format", "json"];

    private const string Config =
        """
        {
          "version": 1, "inUse": "off",
          "rules": [
            { "id": "logs", "match": ["*.log"], "to": "big/logs/" },
            { "id": "texts", "match": ["*.txt"], "to": "big/texts/", "conflict": "deduplicate" }
          ],
          "migrations": [ { "from": "big/old/", "to": "new/" } ]
        }
        """;

    /// <summary>Each content, which is there once in the end.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(0, Some).SelectMany(NamesOf).Append("new/here.dat").Order(StringComparer.Ordinal)];

    public static WorkspaceState Tidy { get; } = new([.. Names], []);

    /// <summary>Writes what the run finds; <c>big</c> is there already.</summary>
    /// <param name="beforeLast">Makes that durable, before the last files are made, which are not.</param>
    public static void Make(string folder, Action beforeLast)
    {
        File.WriteAllText(Path.Combine(folder, "tidy.json"), Config);
        for (int i = 0; i < Some; i++)
        {
            Write(folder, $"file-{i}.log", 20_000 * i); // more than the room that what leaves the other volume makes there
            Write(folder, $"big/old/{i}.dat", 5000 * i);
            Write(folder, $"big/in/waiting-{i}.dat", 3);
            Write(folder, $"twin-{i}.txt", 3);
        }

        Write(folder, "new/here.dat", 3); // into a folder that is there files migrate one by one; a whole folder is not copied to another volume
        Queued.Put(folder, PendingStatus.Pending, [.. Enumerable.Range(0, Some).Select(i => ($"big/in/waiting-{i}.dat", $"big/waited/waiting-{i}.dat"))]);
        beforeLast();
        for (int i = 0; i < Some; i++)
            Payload.Write(Path.Combine(folder, $"big/texts/twin-{i}.txt"), $"twin-{i}.txt");
    }

    private static string[] NamesOf(int i) => [$"file-{i}.log", $"big/old/{i}.dat", $"big/in/waiting-{i}.dat", $"twin-{i}.txt"];

    private static void Write(string folder, string path, int lines) => Payload.Write(Path.Combine(folder, path), path, lines);
}
