namespace Tidy.Reliability.Tests.Causes;

/// <summary>What no file system of a test can be made to answer, answered by strace in its place.</summary>
internal static class InjectedScenes
{
    public static IEnumerable<Scene> All { get; } =
    [
        Of("EIO", Told.Refused("unknown", 5, "Input/output error")),
        Of("ENOMEM", Told.Refused("unknown", 12, "Cannot allocate memory")),
        Of("ELOOP", Told.Refused("unknown", 40, "Too many levels of symbolic links")),
        Of("ESTALE", Told.Refused("unknown", 116, "Stale file handle")),
        Of("EDQUOT", Told.Refused("disk_full", 122, "Disk quota exceeded")),
        Of("ETXTBSY", Told.Busy(26, "The program is running")),
    ];

    private static Scene Of(string error, Told told) => new($"injected: {error}", "echo content > a.log", told with { Says = [$"{error} (errno {told.Errno})", .. told.Says] })
    {
        Injected = error,
        Remedy = Remedy.Retry,
    };
}
