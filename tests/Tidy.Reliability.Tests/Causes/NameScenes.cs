using Tidy.Core;

namespace Tidy.Reliability.Tests.Causes;

/// <summary>Names that are taken, gone, too long or the wrong way round.</summary>
internal static class NameScenes
{
    private const int EEXIST = 17, EINVAL = 22, ENAMETOOLONG = 36;

    /// <summary>258 bytes in 86 characters.</summary>
    private static readonly string LongName = new('\u6F22', 86);

    private static readonly string LongPath = string.Join('/', Enumerable.Repeat(new string('d', 200), 25));

    private static readonly string LongestName = new('x', 251);

    public static IEnumerable<Scene> All { get; } =
    [
        new("names: destination taken by a file", "mkdir archive archive/logs && echo content > a.log && echo theirs > archive/logs/a.log", Told.Moved),
        new("names: destination taken by a folder", "mkdir -p archive/logs/a.log && echo content > a.log", Told.Moved),
        Taken("destination taken by a file, conflict fail", "mkdir -p archive/tmp && echo theirs > archive/tmp/a.tmp", "rm archive/tmp/a.tmp"),
        Taken("destination taken by a folder, conflict fail", "mkdir -p archive/tmp/a.tmp", "rmdir archive/tmp/a.tmp"),
        Taken("destination is a hard link of the source, conflict fail", "mkdir -p archive/tmp && ln a.tmp archive/tmp/a.tmp", "rm archive/tmp/a.tmp"),
        new("names: destination is a hard link of the source", "mkdir -p archive/logs && echo content > a.log && ln a.log archive/logs/a.log", Told.Moved),
        new Scene("names: folder onto a folder that is not empty", "mkdir -p old archive/logs/old && echo content > old/in.txt && echo theirs > archive/logs/old/in.txt", Told.Moved)
            .Moving("old", "archive/logs/old"),
        new Scene("names: folder onto an empty folder", "mkdir -p old archive/logs/old && echo content > old/in.txt", Told.Moved).Moving("old", "archive/logs/old"),
        Rule("folder into itself", "mkdir old && echo content > old/in.txt", "old/sub", Told.Refused("unknown", EINVAL, "EINVAL (errno 22)", "into itself"))
            .Moving("old", "old/sub/old"),
        new Scene("names: another case", "mkdir Notes && echo content > Notes/a.txt", Told.Moved)
        {
            Config = """{ "version": 1, "migrations": [ { "from": "Notes/", "to": "notes/" } ] }""",
        }.Moving("Notes", "notes"),
        new("names: pending, and its source is gone", "true", Told.Reported(null, Codes.MovedFromQueue, "its source is gone"))
        {
            IsPending = true,
            Relieve = "echo content > a.log",
        },
        new("names: no destination folder", "echo content > a.log", Told.Moved),
        new("names: a file where the destination folder should be", "mkdir archive && echo file > archive/logs && echo content > a.log",
            Told.Reported("skipped", Codes.PathRefused, "archive/logs', which is a link or not a folder")) { Relieve = "rm archive/logs" },
        Rule("name of more than 255 bytes", "echo content > a.log", LongName, Told.Refused("path_too_long", ENAMETOOLONG, "ENAMETOOLONG (errno 36)"))
            .Moving("a.log", $"{LongName}/a.log"),
        Rule("path of more than 4096 bytes", "echo content > a.log", LongPath, Told.Refused("path_too_long", ENAMETOOLONG, "ENAMETOOLONG (errno 36)"))
            .Moving("a.log", $"{LongPath}/a.log"),
        new Scene("names: destination taken, and a name with the time added would be too long",
            $"mkdir -p archive/logs && echo content > {LongestName}.log && echo theirs > archive/logs/{LongestName}.log", Told.Moved)
            .Moving($"{LongestName}.log", $"archive/logs/{LongestName}.log"),
    ];

    private static Scene Taken(string name, string arrange, string relieve) =>
        new Scene("names: " + name, $"echo content > a.tmp && {arrange}", Told.Taken(EEXIST, "EEXIST (errno 17)")) { Relieve = relieve }
            .Moving("a.tmp", "archive/tmp/a.tmp");

    /// <summary>The rule is wrong; the remedy is another.</summary>
    private static Scene Rule(string name, string arrange, string to, Told told) => new("names: " + name, arrange, told)
    {
        Config = $$"""{ "version": 1, "rules": [ { "id": "wrong", "match": ["*.log", "old/"], "to": "{{to}}/" } ] }""",
        Relieve = "sed -i 's|\"to\": \"[^\"]*\"|\"to\": \"archive/logs/\"|' tidy.json",
        Remedy = Remedy.Drop,
    };
}
