using Tidy.Core;
using System.Text.Json.Nodes;

namespace Tidy.Tool.Tests;

/// <summary>What a command answered. Wine writes to stderr as well, so nothing is concluded from what is not there.</summary>
internal sealed record WineAnswer(ExitCode Exit, string Out, string Error)
{
    public JsonNode Json => JsonNode.Parse(Out) ?? throw new AssertFailedException(ToString());

    public JsonArray Entries => Json["entries"]!.AsArray();

    public JsonNode OnlyEntry => Entries.Count == 1 ? Entries[0]! : throw new AssertFailedException(ToString());

    public IReadOnlyList<string> FindingCodes => [.. Json["findings"]!.AsArray().Select(f => f!["code"]!.GetValue<string>())];

    /// <summary>For the message of a failed assertion; the generated text would read every property, JSON or not.</summary>
    public override string ToString() => $"exit {Exit}\n{Out}\n{Error}";
}
