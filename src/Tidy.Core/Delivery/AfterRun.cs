using System.Text;
using Tidy.Core.Planning;
using Tidy.Core.Settings;
using Tidy.Core.Telemetry;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Delivery;

/// <summary>
/// What follows from a run that has ended: whether a process should be started that delivers, and what a person should know of deliveries that failed. The run
/// itself talks to nobody.
/// </summary>
/// <param name="IsDue">There may be something to deliver, and no receiver that failed has to be left in peace.</param>
/// <param name="Findings">Failures that no run has told of yet.</param>
public sealed record AfterRun(bool IsDue, IReadOnlyList<Finding> Findings)
{
    private const string ReportedName = "deliveries-reported.txt";

    private static readonly AfterRun Nothing = new(IsDue: false, []);

    /// <summary>A run without anything to tell does not even look; one with looks whether there are settings.</summary>
    public static AfterRun Of(RunResult result, RunServices services)
    {
        bool mayHaveNews = result.Command is RunCommand.Apply or RunCommand.Retry or RunCommand.Undo
            && (result.IsNotable || result.Queue.Abandoned + result.Queue.NeedsManual > 0);
        if (!mayHaveNews || !UserSettings.AreThere())
            return Nothing;
        DeliveryBook book = DeliveryBook.Read(result.Root, services);
        bool hasNews = result.IsNotable || book.QueueStamp != DeliveryBook.StampOf(result.Root, services);
        return new AfterRun(hasNews && book.IsDue(services.Clock.GetUtcNow()), News(book, result.Root, services));
    }

    /// <summary>Each failure once: a receiver that is dead for a week must not be a warning in each build of it.</summary>
    private static IReadOnlyList<Finding> News(DeliveryBook book, WorkspaceRoot root, RunServices services)
    {
        DeliveryRecord[] failing = [.. book.Deliveries.Where(d => d.Failures > 0)];
        if (failing.Length == 0)
            return [];
        StateFile file = new(root, root.State(ReportedName), services.Clock, services.Files);
        try
        {
            string[] reported = Encoding.UTF8.GetString(file.Read() ?? []).Split('\n');
            DeliveryRecord[] news = [.. failing.Where(d => !reported.Contains(MarkOf(d)))];
            if (news.Length > 0)
                file.Overwrite(Encoding.UTF8.GetBytes(string.Join('\n', failing.Select(MarkOf))));
            return [.. news.Select(FindingOf)];
        }
        catch (TidyException)
        {
            return [.. failing.Select(FindingOf)]; // told twice is better than never
        }
    }

    private static string MarkOf(DeliveryRecord record) => $"{record.Name} {record.FailsSince:O} {record.Problem}";

    private static Finding FindingOf(DeliveryRecord record) => new(
        Codes.NotDelivered,
        FindingLevel.Warning,
        Path: null,
        $"The delivery '{record.Name}' fails: {record.Problem}. Nothing is lost; it is tried again after {record.NextAt?.UtcDateTime:yyyy-MM-dd HH:mm} UTC.")
    {
        Remedy = record.Name == MetricsDelivery.DeliveryName ? "'dotnet tidy metrics push' tries at once." : "'dotnet tidy notify status' says more.",
    };
}
