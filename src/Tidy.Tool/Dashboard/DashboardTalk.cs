using Tidy.Core;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Dashboard;

/// <summary>Tells a person what the server says: links, or why there are none.</summary>
/// <param name="file">To open a browser by; null: nobody wants one.</param>
internal sealed class DashboardTalk(ToolConsole console, LinkFile? file)
{
    private const string Link = "link ", Failed = "failed ";

    private bool isOpened;

    /// <summary>Why the server did not start, once it said so.</summary>
    public TidyException? Failure { get; private set; }

    public void Hear(string line)
    {
        if (line.StartsWith(Link, StringComparison.Ordinal))
            Tell(line[Link.Length..]);
        else if (line.StartsWith(Failed, StringComparison.Ordinal) && line[Failed.Length..].Split(' ', 2) is [var code, var message])
            Failure = new TidyException(code, ExitCode.Usage, message);
    }

    private void Tell(string link)
    {
        console.Out.Write(SafeText.Visible(link) + "\n");
        console.Out.Flush();
        if (isOpened)
            return;
        isOpened = true;
        console.Error.Write("The link lets one browser in. Enter: another link. Ctrl+C: end.\n");
        file?.Open(link);
    }
}
