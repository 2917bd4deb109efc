using System.Text;

namespace Tidy.Core.Scheduling;

/// <summary>What a program of the system ended with.</summary>
/// <param name="ExitCode">Null when it did not start, or did not end in time.</param>
/// <param name="Output">Its standard output, byte for byte.</param>
/// <param name="Error">Its standard error; when it has no exit code, why.</param>
public sealed record CommandAnswer(int? ExitCode, byte[] Output, string Error)
{
    public bool IsGood => ExitCode == 0;

    /// <summary>The output as text: on Windows as the console encodes it, elsewhere UTF-8.</summary>
    public string Text => TextOf(Output);

    /// <summary>Why it is not good, on one line.</summary>
    public string Complaint
    {
        get
        {
            string said = (Error.Trim().Length > 0 ? Error : Text).Trim().ReplaceLineEndings(" ");
            string ended = ExitCode is { } code ? $"it ended with {code}" : "it did not answer";
            return said.Length == 0 ? ended : $"{ended}: {(said.Length > 300 ? said[..300] : said)}";
        }
    }

    internal static string TextOf(byte[] output) => (OperatingSystem.IsWindows() ? Console.OutputEncoding : Encoding.UTF8).GetString(output);
}
