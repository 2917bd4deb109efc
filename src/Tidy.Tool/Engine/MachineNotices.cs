using Tidy.Core;
using Tidy.Core.Channels;
using Tidy.Core.Delivery;
using Tidy.Core.Notices;
using Tidy.Core.Scheduling;
using Tidy.Core.Settings;
using Tidy.Core.Telemetry;
using Tidy.Core.Workspaces;

namespace Tidy.Tool.Engine;

/// <summary>Who is told of a workspace on this machine, and how. Loads mail and web only when something is sent.</summary>
internal sealed class MachineNotices(WorkspaceRoot root, RunServices services, Func<string, string?> environment)
{
    /// <summary>For a person who waits: another process that delivers is done by then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lazy<UserSettings> settings = new(UserSettings.OfThisUser);

    /// <summary>Where settings are, or would be.</summary>
    public static string SettingsPath => UserSettings.PathOfThisUser();

    /// <exception cref="TidyException">They cannot be read, or something in them is wrong.</exception>
    public UserSettings Settings => settings.Value;

    private NoticeSettings Wanted => Settings.Notify ?? new NoticeSettings();

    /// <summary>Each channel, how it has fared, and how many items wait to be told there. Writes nothing.</summary>
    public IReadOnlyList<ChannelState> States()
    {
        DeliveryBook book = DeliveryBook.Read(root, services);
        return [.. Channels().Select(c => new ChannelState(c.Name, c.Target, book.Of(c.Name), NoticesOn(c).Count()))];
    }

    /// <summary>Sends a test on each channel; nothing is kept of it.</summary>
    public IReadOnlyList<DeliveryAnswer> Test(CancellationToken cancel)
    {
        Notice notice = NoticeSender.OfThisMachine(services.Clock).OfTest(Path.GetFileName(root.FullPath));
        return [.. ChannelsOrRefuse().Select(c => Try(c, notice, cancel))];
    }

    /// <summary>Delivers now, whatever failed before.</summary>
    /// <exception cref="TidyException">Another process delivered for too long; or nobody is to be told.</exception>
    public IReadOnlyList<DeliveryAnswer> Send(CancellationToken cancel)
    {
        ChannelsOrRefuse();
        using var held = DeliveryLock.Acquire(root, services, Patience);
        return new DeliveryRound(root, services).Run(Deliveries(), isAsked: true, cancel);
    }

    /// <summary>Delivers what is due, where nobody asked for it: settings that are wrong are a failure like others.</summary>
    /// <returns>Empty when another process waits already to do the same.</returns>
    /// <exception cref="TidyException">Another process delivered all that time.</exception>
    public IReadOnlyList<DeliveryAnswer> SendDue(TimeSpan patience, CancellationToken cancel)
    {
        using DeliveryLock? held = DeliveryLock.TryAcquire(root, services, patience);
        return held is null ? [] : new DeliveryRound(root, services).Run(DeliveriesOrProblem(), isAsked: false, cancel);
    }

    /// <summary>The week of all registered workspaces, or of this one where none is registered.</summary>
    public Notice Summary() => Weekly().Make(Workspaces());

    public IReadOnlyList<DeliveryAnswer> SendSummary(CancellationToken cancel)
    {
        ChannelsOrRefuse();
        return Weekly().Send(Workspaces(), cancel);
    }

    /// <summary>A command starts beside the settings that name it, not in a workspace.</summary>
    public static IReadOnlyList<IChannel> ChannelsOf(UserSettings settings, RunServices services, Func<string, string?> environment) =>
        ChannelList.Of(settings.Notify, new Secrets(environment), services.Clock, Path.GetDirectoryName(settings.File) ?? AppContext.BaseDirectory);

    private static DeliveryAnswer Try(IChannel channel, Notice notice, CancellationToken cancel)
    {
        DeliveryRecord record = new() { Name = channel.Name };
        try
        {
            channel.Send(notice, cancel);
            return new DeliveryAnswer(DeliveryResult.Delivered, record);
        }
        catch (DeliveryException e)
        {
            return new DeliveryAnswer(DeliveryResult.Failed, record.Failed(notice.At, e));
        }
    }

    private IReadOnlyList<IDelivery> DeliveriesOrProblem()
    {
        try
        {
            return Deliveries();
        }
        catch (TidyException e)
        {
            return [new BrokenSettings(e)];
        }
    }

    /// <summary>All that this workspace has to deliver.</summary>
    private IReadOnlyList<IDelivery> Deliveries()
    {
        MetricsDelivery metrics = new(root, services, Settings.Telemetry, ToolVersion.Text) { Variable = environment };
        return [.. Channels().Select(NoticesOn), .. metrics.IsWanted ? (IDelivery[])[metrics] : []];
    }

    private NoticeDelivery NoticesOn(IChannel channel) => new(root, services, channel, Wanted.On);

    private IReadOnlyList<IChannel> Channels() => ChannelsOf(Settings, services, environment);

    private IReadOnlyList<IChannel> ChannelsOrRefuse() => Channels() is { Count: > 0 } channels ? channels : throw new TidyException(
        Codes.NobodyToTell,
        ExitCode.Usage,
        $"Nobody is to be told: {(Settings.File is null ? $"there is no '{SettingsPath}'" : $"'{Settings.File}' has no mail, webhook or command in \"notify\"")}. docs/notifications.md shows what to write there.");

    private WeeklySummary Weekly() => new(UserFolder.OfThisUser(), services, Channels());

    private IReadOnlyList<string> Workspaces()
    {
        IReadOnlyList<RegisteredWorkspace> registered = new WorkspaceRegistry(UserFolder.OfThisUser(), services.Files, services.Clock).Read().Workspaces;
        return registered.Count > 0 ? [.. registered.Select(w => w.Path)] : [root.FullPath];
    }
}
