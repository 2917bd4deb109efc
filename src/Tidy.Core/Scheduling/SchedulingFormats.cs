using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tidy.Core.Scheduling;

/// <summary>How the files of this room are written. Letters that are not ASCII stay readable: nothing of it goes into HTML.</summary>
internal static class SchedulingFormats
{
    public static SchedulingJson Indented { get; } = new(Options(isIndented: true));

    /// <summary>For files of lines.</summary>
    public static SchedulingJson OneLine { get; } = new(Options(isIndented: false));

    private static JsonSerializerOptions Options(bool isIndented) => new(SchedulingJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = isIndented,
        NewLine = "\n",
    };
}
