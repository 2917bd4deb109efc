using System.Globalization;
using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;

namespace Tidy.Tool.Commands;

/// <summary><c>--top N</c>: show so many items.</summary>
internal sealed class TopOption(CommandLineApplication app, int usual)
{
    private readonly CommandOption option =
        app.Option("--top <N>", $"Show so many items; default: {usual.ToString(CultureInfo.InvariantCulture)}", CommandOptionType.SingleValue);

    /// <exception cref="TidyException">It is no number of items.</exception>
    public int Value()
    {
        if (option.Value() is not { } text)
            return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new TidyException(Codes.Usage, ExitCode.Usage, $"'{text}' is no number of items for --top. Valid values are 0 or more, e.g. 25.");
    }
}
