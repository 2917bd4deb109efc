using Tidy.Core;
using Tidy.Core.Delivery;
using Tidy.Core.Notices;
using Tidy.Core.Planning;
using Tidy.Core.Settings;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Engine;

/// <summary>
/// What a run of the schedule does at its end: it delivers for every workspace, since the scheduler may end what the runs left behind, and sends the summary
/// of the week once it is due.
/// </summary>
internal sealed class ScheduledNotices(RunServices services, Func<string, string?> environment)
{
    /// <summary>For a process of a run that delivers already.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="workspaces">Absolute paths; what is gone is left out, and told in the summary.</param>
    /// <returns>What was not delivered.</returns>
    public IReadOnlyList<Finding> Deliver(IReadOnlyList<string> workspaces, CancellationToken cancel)
    {
        if (workspaces.Count == 0 || !UserSettings.AreThere())
            return [];
        List<Finding> findings = [];
        foreach (string path in workspaces.Where(Directory.Exists))
            findings.AddRange(Try(() => new MachineNotices(WorkspaceRoot.At(path), services, environment).SendDue(Patience, cancel)));
        return [.. findings.Concat(Try(() => SendSummary(workspaces, cancel))).DistinctBy(f => f.Message)];
    }

    private IReadOnlyList<DeliveryAnswer> SendSummary(IReadOnlyList<string> workspaces, CancellationToken cancel)
    {
        UserSettings settings = UserSettings.OfThisUser();
        return settings.Notify is not { } wanted
            ? []
            : new WeeklySummary(UserFolder.OfThisUser(), services, MachineNotices.ChannelsOf(settings, services, environment)).SendIfDue(wanted, workspaces, cancel);
    }

    private static IEnumerable<Finding> Try(Func<IReadOnlyList<DeliveryAnswer>> deliver)
    {
        try
        {
            return [.. deliver().Where(a => a.Result == DeliveryResult.Failed).Select(a => Warning($"The delivery '{a.Record.Name}' fails: {a.Record.Problem}."))];
        }
        catch (TidyException e)
        {
            return [Warning(e.Message)];
        }
    }

    private static Finding Warning(string message) => new(Codes.NotDelivered, FindingLevel.Warning, Path: null, message) { Remedy = "It is tried again; 'dotnet tidy notify status' says more." };
}
