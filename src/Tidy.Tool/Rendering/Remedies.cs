using Tidy.Core.Holders;

namespace Tidy.Tool.Rendering;

/// <summary>How to make the usual .NET holders let go without ending anybody's process.</summary>
internal static class Remedies
{
    public static IReadOnlyList<string> For(IReadOnlyList<Holder> holders)
    {
        var remedies = new List<string>();
        foreach (Holder holder in holders)
        {
            if (For(holder.Name) is { } remedy && !remedies.Contains(remedy))
                remedies.Add(remedy);
        }

        return remedies;
    }

    private static string? For(string name)
    {
        ReadOnlySpan<char> bare = name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.AsSpan(0, name.Length - 4) : name;
        if (bare.Equals("VBCSCompiler", StringComparison.OrdinalIgnoreCase))
            return "dotnet build-server shutdown --vbcscompiler";
        if (bare.Equals("MSBuild", StringComparison.OrdinalIgnoreCase))
            return "dotnet build-server shutdown --msbuild";
        return bare.Equals("devenv", StringComparison.OrdinalIgnoreCase) ? "close the solution in Visual Studio" : null;
    }
}
