using Tidy.Core;

namespace Tidy.Reliability.Tests.Causes;

/// <summary>Marks that even root obeys, and modes that an ordinary user (65534) does.</summary>
internal static class RightsScenes
{
    private const int EPERM = 1, EACCES = 13;

    private const string InFrom = "mkdir from to && echo content > from/a.log";

    public static IEnumerable<Scene> All { get; } =
    [
        Mark("file marked immutable", "echo content > a.log", "+i a.log", "a.log' is marked immutable"),
        Mark("file marked append only", "echo content > a.log", "+a a.log", "a.log' is marked append only"),
        Mark("file in an immutable folder", InFrom, "+i from", "from' is marked immutable").Moving("from/a.log", "to/a.log"),
        Mark("destination in an immutable folder", "mkdir -p archive/logs && echo content > a.log", "+i archive/logs", "archive/logs' is marked immutable"),

        User("source folder r-x", $"{InFrom} && chown -R 65534 . && chmod 555 from", EACCES, "may not be changed", "/from'")
            .Moving("from/a.log", "to/a.log") with { Relieve = "chmod 755 from" },
        User("sticky folder of another, file of another", $"{InFrom} && chown 65534 . to && chmod 1777 from", EPERM, "/from' is sticky")
            .Moving("from/a.log", "to/a.log") with { Relieve = "chmod 777 from" },
        User("destination folder r-x", "mkdir -p archive/logs && echo content > a.log && chown -R 65534 . && chmod 555 archive/logs", EACCES, "may not be changed", "archive/logs'")
            with { Relieve = "chmod 755 archive/logs" },
        User("destination folder cannot be made", "mkdir .autonomous_runs archive && echo content > a.log && chown -R 65534 . && chmod 555 archive", EACCES, "may not be changed", "/archive'")
            with { Relieve = "chmod 755 archive" },
        User("source folder 700 of another, pending: not gone", $"{InFrom} && chown -R 65534 . && chown 0 from && chmod 700 from", EACCES)
            .Moving("from/a.log", "to/a.log") with { IsPending = true, Relieve = "chown 65534 from" },
        User("source folder 700 of another", $"{InFrom} && chown -R 65534 . && chown 0 from && chmod 700 from", EACCES)
            .Moving("from/a.log", "to/a.log") with { Told = Told.Reported(null, Codes.Unreadable, "could not be read"), Relieve = "chown 65534 from" },

        new("rights: file mode 0444 does not matter", "echo content > a.log && chmod 444 a.log", Told.Moved),
        new("rights: file mode 0000 does not matter", "echo content > a.log && chown -R 65534 . && chmod 0 a.log", Told.Moved) { AsOther = true, NeedsRoot = true },
    ];

    private static Scene Mark(string name, string arrange, string mark, string says) =>
        new("rights: " + name, $"{arrange} && chattr {mark}", Told.Refused("permission", EPERM, "EPERM (errno 1)", says))
        {
            Relieve = $"chattr {mark.Replace('+', '-')}",
            NeedsRoot = true,
        };

    private static Scene User(string name, string arrange, int errno, params string[] says) =>
        new("rights: " + name, arrange, Told.Refused("permission", errno, [$"(errno {errno})", .. says])) { AsOther = true, NeedsRoot = true };
}
