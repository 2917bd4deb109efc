using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Tidy.Build.Relay;

/// <summary>One line of the tool's <c>--format jsonl</c>.</summary>
/// <remarks>
/// Read with the framework's own JSON reader, which shows an object as XML: another JSON library would have to be loaded beside the
/// task, and in Visual Studio its version would be somebody else's choice.
/// </remarks>
internal sealed class ToolEvent
{
    private readonly XElement json;

    private ToolEvent(XElement json) => this.json = json;

    /// <summary><c>started</c>, <c>entry</c>, <c>finding</c>, <c>progress</c> or <c>summary</c>.</summary>
    public string Name => this["event"]!;

    /// <summary>The value of a key, or null when it is null or not there.</summary>
    public string? this[string key] => json.Element(key) is { } value && value.Attribute("type")?.Value != "null" ? value.Value : null;

    public int Number(string key) => int.TryParse(this[key], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : 0;

    /// <returns>Null when the line is no event: talk, or the words of a host that could not start the tool.</returns>
    public static ToolEvent? Parse(string line)
    {
        if (line.Length == 0 || line[0] != '{')
            return null;
        try
        {
            using XmlDictionaryReader reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(line), XmlDictionaryReaderQuotas.Max);
            var read = new ToolEvent(XElement.Load(reader));
            return read["event"] is null ? null : read;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
