using System.Text;

namespace Tidy.Build.Calls;

/// <summary>Arguments as one text, quoted so that the started program gets each of them back as it was.</summary>
/// <remarks>
/// The rules of CommandLineToArgvW, by which .NET splits the text on every system. The library's CommandLineBuilder refuses a quote in a
/// path, which is an ordinary character outside of Windows.
/// </remarks>
internal sealed class CommandLine
{
    private readonly StringBuilder text = new();

    public CommandLine Add(string word)
    {
        if (text.Length > 0)
            text.Append(' ');
        text.Append(Quote(word));
        return this;
    }

    /// <summary>Nothing when there is no value.</summary>
    public CommandLine Add(string option, string? value) => string.IsNullOrEmpty(value) ? this : Add(option).Add(value!);

    public override string ToString() => text.ToString();

    public static string Quote(string word)
    {
        if (word.Length > 0 && word.All(c => !char.IsWhiteSpace(c) && c != '"'))
            return word;
        var quoted = new StringBuilder("\"");
        int backslashes = 0;
        foreach (char c in word)
        {
            // Backslashes count only where a quote follows: then each of them is doubled, and the quote gets one.
            if (c == '"')
                quoted.Append('\\', backslashes + 1);
            backslashes = c == '\\' ? backslashes + 1 : 0;
            quoted.Append(c);
        }

        return quoted.Append('\\', backslashes).Append('"').ToString();
    }
}
