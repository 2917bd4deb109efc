namespace Tidy.Tool.Rendering;

internal enum OutputFormat
{
    Text,
    Json,

    /// <summary>One event a line, streamed while the run goes on.</summary>
    JsonLines,
    Markdown,
    GitHub,
    Azure,
    MSBuild,
    Sarif,

    /// <summary>A page for a browser, in one file.</summary>
    Html,
}
