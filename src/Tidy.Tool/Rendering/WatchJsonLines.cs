using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Core.Watching;
using Tidy.Tool.Json;

namespace Tidy.Tool.Rendering;

/// <summary>A watch for a program: the events of <c>apply --format jsonl</c> for each run that did something, between two of its own.</summary>
internal sealed class WatchJsonLines(ReportTarget target, ExitPolicy policy) : IWatchReport
{
    public void Started(WatchStart start) => Write("watching", WatchingEvent.Of(start, target.Root));

    public void Ran(RunResult result)
    {
        RunResult news = WatchNews.Of(result);
        if (WatchNews.IsNews(news))
            new JsonLinesReport(result.Command, target).Finish(news, ExitCodes.Of(result, policy, cancelled: false));
    }

    public void Said(Finding finding) => Write("finding", FindingJson.Of(finding));

    public void Ended(ExitCode exit) => Write("stopped", new StoppedEvent((int)exit));

    private void Write<T>(string name, T value)
    {
        ToolJson.WriteEvent(target.Data, name, value);
        target.Data.Flush();
    }
}
