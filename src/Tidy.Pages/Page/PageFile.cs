using System.Text;

namespace Tidy.Pages.Page;

/// <summary>The files that the page is made of, embedded in this assembly.</summary>
internal static class PageFile
{
    /// <summary>In the order in which they follow each other in the one script of the page.</summary>
    private static readonly string[] Scripts =
        ["text", "theme", "numbers", "charts", "filter", "items", "details", "tools", "runs", "actions", "live", "main"];

    /// <summary>Later ones win.</summary>
    private static readonly string[] Styles = ["base", "head", "charts", "queue", "details", "screens"];

    public static string Html => Read("page.html");

    public static string Style => string.Concat(Styles.Select(name => Read(name + ".css")));

    public static string Script => $"\"use strict\";\n(() => {{\n{string.Concat(Scripts.Select(name => Read(name + ".js")))}}})();\n";

    /// <remarks>The hash of the content policy is of these bytes: a check-out with other line ends must not change them.</remarks>
    private static string Read(string name)
    {
        using Stream stream = typeof(PageFile).Assembly.GetManifestResourceStream("page." + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
