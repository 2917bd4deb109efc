using System.Text.Json;

namespace Tidy.Tool.Tests;

/// <summary>What a child process of the tool ended with.</summary>
internal sealed record ToolAnswer(int Exit, string Out, string Error)
{
    /// <summary>The one object of <c>--format json</c>.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>The objects of <c>--format jsonl</c>.</summary>
    public JsonElement[] Events => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    public JsonElement[] Entries => [.. Json.GetProperty("entries").EnumerateArray()];

    /// <summary>The codes of the findings.</summary>
    public string[] Codes => [.. Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()!)];

    /// <summary>The one entry about this file.</summary>
    public JsonElement Entry(string source) => Entries.Single(e => e.GetProperty("src").GetString() == source);

    public string? Status(string source) => Entry(source).GetProperty("status").GetString();

    public void AssertExit(int expected) => Assert.AreEqual(expected, Exit, ToString());

    public override string ToString() => $"exit {Exit}\n{Out}\n{Error}";
}
