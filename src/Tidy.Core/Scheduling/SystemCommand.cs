namespace Tidy.Core.Scheduling;

/// <summary>A program of the system to run to its end, without a shell and without a window.</summary>
/// <param name="Program">A name on the PATH, or an absolute path.</param>
public sealed record SystemCommand(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>What it reads; nothing is what it gets else, so that it cannot wait for a person.</summary>
    public byte[] Input { get; init; } = [];

    /// <summary>After that it is ended.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Besides what this process has.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>As a person would type it.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program).Select(Quoted));

    /// <summary>One word, for the shell of this system.</summary>
    internal static string Quoted(string word) => word.Length > 0 && !word.Any(" \t'\"\\$%".Contains) ? word
        : OperatingSystem.IsWindows() ? $"\"{word}\""
        : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
