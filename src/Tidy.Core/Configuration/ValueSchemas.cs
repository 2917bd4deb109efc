using System.Text.Json.Nodes;

namespace Tidy.Core.Configuration;

/// <summary>What a JSON Schema says of each kind of value. Patterns keep to what ECMAScript and .NET both read the same way.</summary>
internal static class ValueSchemas
{
    /// <summary>A name that Windows takes too; it ends neither in a dot nor in a space, so it is neither <c>.</c> nor <c>..</c>.</summary>
    private const string Segment = """[^/\\:*?"<>|\x00-\x1f]*[^/\\:*?"<>|\x00-\x1f. ]""";
    private const string PathProblem = "A path inside the workspace, with '/': not absolute, no '..', nothing in .git, only names that Windows allows too.";

    public static JsonObject Text() => new() { ["type"] = "string" };

    public static JsonObject Flag() => new() { ["type"] = "boolean" };

    public static JsonObject Number(int least) => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = int.MaxValue };

    public static JsonObject NotBlank() => Text(@"\S", "Not empty.");

    public static JsonObject Duration() => Duration("^[0-9]+[smhd]$");

    public static JsonObject PositiveDuration() => Duration("^0*[1-9][0-9]*[smhd]$");

    public static JsonObject Size() => new()
    {
        ["type"] = new JsonArray("string", "number"),
        ["minimum"] = 1,
        ["pattern"] = @"^(?=.*[1-9])\s*[0-9]*\.?[0-9]+\s*([KkMmGgTt]?[Bb])?\s*$",
        ["patternErrorMessage"] = ByteSize.ValidValues,
        ["examples"] = new JsonArray("500MB", "10GB"),
    };

    public static JsonObject Pattern() => Text(@"^[^/\\]+/?$", "A name, with * and ? where anything may stand, and '/' at the end for folders; no other '/', no '\\'.", "*.log", "tmp*/");

    public static JsonObject NameWord() => Text(@"^[^\s!-/:-@\[-`{-~]+\*?$", "One word of letters or digits; * at its end makes it the beginning of a word.", "log", "debug*");

    public static JsonObject Path() => Text($@"^(?!(.*/)?\.[Gg][Ii][Tt](/|$)){Segment}(/{Segment})*/?$", PathProblem);

    public static JsonObject FileName() => Text($@"^(?!\.[Gg][Ii][Tt]$){Segment}$", "The name of a file, without a folder.");

    public static JsonObject Word(IEnumerable<string> words) => new() { ["type"] = "string", ["enum"] = Texts(words) };

    public static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    public static JsonArray Texts(IEnumerable<string> texts)
    {
        JsonArray array = [];
        foreach (string text in texts)
            array.Add(text);
        return array;
    }

    private static JsonObject Duration(string pattern) => Text(pattern, Configuration.Duration.ValidValues, "5m", "24h", "30d");

    /// <param name="problem">What an editor says of a text that the pattern does not match, where it knows how to (VS Code).</param>
    private static JsonObject Text(string pattern, string problem, params string[] examples)
    {
        JsonObject text = new() { ["type"] = "string", ["pattern"] = pattern, ["patternErrorMessage"] = problem };
        if (examples.Length > 0)
            text["examples"] = Texts(examples);
        return text;
    }
}
