using System.Text;
using Tidy.Core;

namespace Tidy.Tool;

/// <summary>Where data goes: stdout, or the file of <c>--output</c>, opened before the run so that a bad name costs nothing.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly bool owned;

    private OutputFile(TextWriter writer, bool owned)
    {
        Writer = writer;
        this.owned = owned;
    }

    public TextWriter Writer { get; }

    /// <exception cref="TidyException">The file cannot be written.</exception>
    public static OutputFile Open(string? path, TextWriter standard)
    {
        if (path is null)
            return new OutputFile(standard, owned: false);
        try
        {
            return new OutputFile(new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), owned: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new TidyException(Codes.Usage, ExitCode.Usage, $"The output file '{path}' cannot be written: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        if (owned)
            Writer.Dispose();
        else
            Writer.Flush();
    }
}
