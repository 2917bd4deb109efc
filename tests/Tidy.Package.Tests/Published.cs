using System.Reflection.PortableExecutable;

namespace Tidy.Package.Tests;

/// <summary>The tool as it is in both packages: started by <c>dotnet</c>, with all it needs beside it.</summary>
internal static class Published
{
    /// <summary>In ordinal order.</summary>
    public static string[] Files { get; } =
    [
        "DiffPlex.dll",
        "MAB.DotIgnore.dll",
        "McMaster.Extensions.CommandLineUtils.dll",
        "Spectre.Console.dll",
        "Tidy.Core.dll",
        "Tidy.Pages.dll",
        "dotnet-tidy.deps.json",
        "dotnet-tidy.dll",
        "dotnet-tidy.runtimeconfig.json",
    ];

    /// <summary>The program of the dashboard, which only the tool's own package has. In ordinal order.</summary>
    public static string[] Dashboard { get; } =
    [
        "dashboard/DiffPlex.dll",
        "dashboard/MAB.DotIgnore.dll",
        "dashboard/Tidy.Core.dll",
        "dashboard/Tidy.Pages.dll",
        "dashboard/tidy-dashboard.deps.json",
        "dashboard/tidy-dashboard.dll",
        "dashboard/tidy-dashboard.runtimeconfig.json",
    ];

    /// <summary>Whether an assembly has native code beside its IL: then it has a managed native header (ECMA-335 II.25.3.3 leaves it empty).</summary>
    public static bool IsReadyToRun(byte[] assembly)
    {
        using var image = new PEReader(new MemoryStream(assembly));
        return image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
