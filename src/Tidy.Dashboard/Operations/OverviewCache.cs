using System.Globalization;
using Tidy.Core;
using Tidy.Core.Activity;
using Tidy.Core.Workspaces;
using Tidy.Dashboard.Hosting;
using Tidy.Pages.Overviews;

namespace Tidy.Dashboard.Operations;

/// <summary>The overview as it was read last; read again when one of its files changed. To find that out takes a few looks at time stamps.</summary>
internal sealed class OverviewCache(ServerOptions options, RunServices services, string version)
{
    /// <summary>So long the ages in it may be behind.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private readonly Lock reading = new();
    private (string Tag, ReadOnlyMemory<byte> Json) last = ("", default);

    /// <summary>The JSON, and a tag for this state of it.</summary>
    /// <exception cref="TidyException">The queue or the configuration cannot be read.</exception>
    public (string Tag, ReadOnlyMemory<byte> Json) Current()
    {
        lock (reading)
        {
            string tag = Tag(); // before reading: what changes meanwhile is seen next time
            if (last.Tag != tag)
                last = (tag, OverviewJson.Bytes(new OverviewReader(options.Root, options.ReadConfig(), services).Read(int.MaxValue, version)));
            return last;
        }
    }

    private string Tag()
    {
        WorkspaceRoot root = options.Root;
        string[] watched = [root.QueuePath, root.State(ActivityLog.FileName), root.State("runs"), options.ConfigPath];
        return string.Join('-', watched.Select(Stamp).Append(Number(services.Clock.GetUtcNow().Ticks / Freshness.Ticks)));
    }

    private static string Stamp(string path) => new FileInfo(path) switch
    {
        { Exists: true } file => $"{Number(file.LastWriteTimeUtc.Ticks)}.{Number(file.Length)}",
        var other => Number(Directory.Exists(path) ? other.LastWriteTimeUtc.Ticks : 0),
    };

    private static string Number(long number) => number.ToString("x", CultureInfo.InvariantCulture);
}
