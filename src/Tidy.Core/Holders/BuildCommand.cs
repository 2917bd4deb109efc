namespace Tidy.Core.Holders;

/// <summary>Recognises a build by its command line.</summary>
/// <remarks>
/// The worker nodes of MSBuild outlive the build that started them. One that is used again is no descendant of the build it works for, so the
/// build's own log or binary log would look like somebody else's.
/// </remarks>
internal static class BuildCommand
{
    private static readonly string[] Verbs = ["build", "msbuild", "test", "publish", "pack", "restore", "clean"];

    /// <param name="arguments">The program first, as it was started.</param>
    public static bool IsBuild(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0)
            return false;
        if (IsNamed(arguments[0], "MSBuild") || arguments.Any(a => Path.GetFileName(a).Equals("MSBuild.dll", StringComparison.OrdinalIgnoreCase)))
            return true;
        return IsNamed(arguments[0], "dotnet") && arguments.Count > 1 && Verbs.Contains(arguments[1], StringComparer.Ordinal);
    }

    private static bool IsNamed(string program, string name) => Path.GetFileNameWithoutExtension(program).Equals(name, StringComparison.OrdinalIgnoreCase);
}
