using System.Buffers;
using System.Text.Json;

namespace Tidy.Core.Queue;

/// <summary>Fields of the file that this version does not know and has to write back.</summary>
internal static class UnknownJson
{
    /// <summary>
    /// Whether they can be written at all. Half a surrogate pair (Python writes one for a file name that is no valid text)
    /// can be read as an element but not written again: found only on saving, it would block every change for ever.
    /// </summary>
    public static bool IsWritable(Dictionary<string, JsonElement> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        try
        {
            writer.WriteStartObject();
            foreach ((string name, JsonElement value) in fields)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
