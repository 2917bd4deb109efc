namespace Tidy.Core.Holders;

/// <summary>What a <c>dotnet</c> process runs: "dotnet" has the file open tells a person nothing, "VBCSCompiler" what to do.</summary>
internal static class DotNetProgram
{
    /// <param name="arguments">The program first, as it was started.</param>
    /// <returns>The assembly's name, e.g. <c>MSBuild</c>; null when it runs a command of the SDK.</returns>
    public static string? NameOf(IReadOnlyList<string> arguments)
    {
        if (arguments.Count < 2)
            return null;
        // 'dotnet x.dll ...', or 'dotnet exec --an-option its-value x.dll ...'; 'dotnet build x.dll' would be about another thing
        IEnumerable<string> candidates = arguments[1] == "exec" ? arguments.Skip(2) : arguments.Skip(1).Take(1);
        string? assembly = candidates.FirstOrDefault(a => a.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
        return assembly is null ? null : Path.GetFileNameWithoutExtension(assembly);
    }
}
