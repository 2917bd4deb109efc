using System.Xml;
using System.Xml.Linq;

namespace Tidy.Core.Scheduling;

/// <summary>What matters of a task as Windows tells it.</summary>
internal sealed record TaskFacts(string Command, string Arguments, string? DailyAt, bool AtLogon)
{
    public bool IsEnabled { get; init; } = true;

    /// <summary>By default it does neither start nor go on then.</summary>
    public bool RunsOnBattery { get; init; }

    /// <returns>Null when it is no task.</returns>
    public static TaskFacts? TryRead(string xml)
    {
        try
        {
            // What stands before it may be a mark of the encoding that the text no longer has.
            XElement task = XElement.Parse(xml[Math.Max(xml.IndexOf("<Task", StringComparison.Ordinal), 0)..]);
            XElement[] all = [.. task.Descendants()];
            return new TaskFacts(Text(all, "Command") ?? "", Text(all, "Arguments") ?? "", TimeOf(Text(all, "StartBoundary")), all.Any(e => e.Name.LocalName == "LogonTrigger"))
            {
                IsEnabled = !all.Any(e => e.Name.LocalName == "Enabled" && e.Value.Trim() == "false"),
                RunsOnBattery = Text(all, "DisallowStartIfOnBatteries") == "false" && Text(all, "StopIfGoingOnBatteries") == "false",
            };
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public bool IsSameAs(TaskFacts other) =>
        IsShown(Command, other.Command) && IsShown(Arguments, other.Arguments)
        && this with { Command = "", Arguments = "" } == other with { Command = "", Arguments = "" };

    /// <summary>schtasks prints in the console's encoding: a letter that is not in it comes as a question mark.</summary>
    private static bool IsShown(string shown, string text)
    {
        if (shown.Length != text.Length)
            return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.ToUpperInvariant(shown[i]) != char.ToUpperInvariant(text[i]) && !(shown[i] == '?' && !char.IsAscii(text[i])))
                return false;
        }

        return true;
    }

    private static string? Text(XElement[] all, string name) => Array.Find(all, e => e.Name.LocalName == name)?.Value.Trim();

    /// <summary>Of <c>2026-01-01T03:00:00</c> the time.</summary>
    private static string? TimeOf(string? boundary) => boundary is { Length: >= 16 } ? boundary[11..16] : null;
}
