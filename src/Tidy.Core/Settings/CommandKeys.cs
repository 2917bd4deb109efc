using Tidy.Core.Channels;
using Tidy.Core.Configuration;

namespace Tidy.Core.Settings;

/// <summary>The value of <c>notify.command</c>: a list, for which there are no keys.</summary>
internal static class CommandKeys
{
    public static readonly Value<CommandSettings> Value = new(Read, () => ValueSchemas.List(ValueSchemas.Text()));

    private static CommandSettings Read(ref ValueReader json)
    {
        if (json.List(Values.Text.Read) is not [{ Length: > 0 } program, .. var arguments])
            throw json.Problem("""names no program. An example: ["notify-send", "Tidy"].""");
        // A relative path would mean another program in each folder.
        return Path.IsPathFullyQualified(program) || !program.AsSpan().ContainsAny('/', '\\')
            ? new CommandSettings(program, arguments)
            : throw json.Problem($"cannot begin with '{program}': a program is named by its bare name, or by its absolute path.");
    }
}
