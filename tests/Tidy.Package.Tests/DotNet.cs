using System.Runtime.InteropServices;

namespace Tidy.Package.Tests;

/// <summary>The installation of .NET that the tests themselves run on.</summary>
internal static class DotNet
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    public static string Program { get; } = Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary><c>dotnet</c> in <paramref name="folder"/>.</summary>
    public static Command In(string folder) => Environment(new Command(Program, folder));

    /// <summary>
    /// Programs find this installation, and packages go where the <c>nuget.config</c> of the folder says (<see cref="LocalFeed.WriteConfig"/>).
    /// </summary>
    public static Command Environment(Command command) => command.Set("DOTNET_ROOT", Root).Set("NUGET_PACKAGES", null);
}
