using System.Runtime.CompilerServices;

namespace Tidy.Tool.Rendering;

/// <summary>Chooses the writer for text.</summary>
internal static class Lines
{
    public static ILines For(TextWriter writer, bool color) => color ? Colored(writer) : new PlainLines(writer);

    // Apart, so that compiling For does not load Spectre.Console.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ColorLines Colored(TextWriter writer) => new(writer);
}
