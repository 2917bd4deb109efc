using System.Xml.Linq;

namespace Tidy.Core.Scheduling;

/// <summary>The property list of the agent, by launchd.plist(5).</summary>
internal static class LaunchdPlist
{
    public const string Label = "tidy-build.schedule";

    /// <summary>launchd starts what it missed while the machine slept, once it wakes.</summary>
    public static string TextOf(WantedSchedule wanted)
    {
        XElement root = Dictionary(
        [
            ("Label", Text(Label)),
            ("ProgramArguments", new XElement("array", wanted.Tool.RunBy(LaunchdScheduler.LaunchdName).Select(Text))),
            .. Environment(wanted.Tool),
            ("RunAtLoad", new XElement(wanted.AtLogon ? "true" : "false")),
            ("StartCalendarInterval", Dictionary([("Hour", Number(wanted.At.Hour)), ("Minute", Number(wanted.At.Minute))])),
            ("ProcessType", Text("Background")),
            ("LowPriorityIO", new XElement("true")),
            ("StandardOutPath", Text("/dev/null")),
            ("StandardErrorPath", Text("/dev/null")),
        ]);
        XElement plist = new("plist", new XAttribute("version", "1.0"), root);
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <!-- Written by 'dotnet tidy schedule install'; changes are lost with the next one. -->
            {plist.ToString().ReplaceLineEndings("\n")}

            """;
    }

    private static (string Key, XElement Value)[] Environment(ToolCommand tool) =>
        tool.Environment.Count == 0 ? [] : [("EnvironmentVariables", Dictionary(tool.Environment.Select(v => (v.Key, Text(v.Value)))))];

    private static XElement Dictionary(IEnumerable<(string Key, XElement Value)> entries) =>
        new("dict", entries.SelectMany(e => new[] { new XElement("key", e.Key), e.Value }));

    private static XElement Text(string text) => new("string", text);

    private static XElement Number(int number) => new("integer", number);
}
