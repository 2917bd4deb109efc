using System.Text.Json;
using Tidy.Core.Channels;
using Tidy.Core.Delivery;
using Tidy.Core.Locking;
using Tidy.Core.Settings;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Notices;

/// <summary>One summary a week on each channel, for all workspaces of a machine. When it was sent is kept in the person's folder.</summary>
public sealed class WeeklySummary(UserFolder folder, RunServices services, IReadOnlyList<IChannel> channels)
{
    private const string FileName = "summaries.json";
    private const string LockName = "summaries.lock";

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly StateFile file = new(folder.File(FileName), services.Clock, services.Files);

    /// <summary>The week up to now.</summary>
    public Notice Make(IReadOnlyList<string> workspaces)
    {
        DateTimeOffset since = services.Clock.GetUtcNow() - Week;
        return NoticeSender.OfThisMachine(services.Clock).OfSummary(new SummarySource(services).Of(workspaces, since), since);
    }

    /// <summary>Sends it on each channel on which this week's was not sent yet; one that fails is tried again by the next call.</summary>
    /// <param name="settings">Says whether, and on which day.</param>
    /// <param name="workspaces">Absolute paths.</param>
    /// <returns>Those on which it was due; empty while another process sends.</returns>
    /// <exception cref="TidyException">When it was sent cannot be kept.</exception>
    public IReadOnlyList<DeliveryAnswer> SendIfDue(NoticeSettings settings, IReadOnlyList<string> workspaces, CancellationToken cancel)
    {
        if (settings.Summary == SummaryRhythm.Off)
            return [];
        DateTimeOffset due = LastDay(settings.SummaryDay);
        return Send(workspaces, sent => sent < due, cancel);
    }

    /// <summary>Sends it now, on each channel.</summary>
    /// <returns>Empty while another process sends.</returns>
    /// <exception cref="TidyException">When it was sent cannot be kept.</exception>
    public IReadOnlyList<DeliveryAnswer> Send(IReadOnlyList<string> workspaces, CancellationToken cancel) => Send(workspaces, static _ => true, cancel);

    private List<DeliveryAnswer> Send(IReadOnlyList<string> workspaces, Predicate<DateTimeOffset> isDue, CancellationToken cancel)
    {
        folder.Ensure();
        using OsLock? held = OsLock.TryAcquire(folder.File(LockName), TimeSpan.Zero, services.Clock);
        Dictionary<string, DateTimeOffset> sent = held is null ? [] : Read();
        IChannel[] due = held is null ? [] : [.. channels.Where(c => isDue(sent.GetValueOrDefault(c.Name)))];
        if (due.Length == 0)
            return [];
        Notice notice = Make(workspaces);
        List<DeliveryAnswer> answers = [];
        foreach (IChannel channel in due)
        {
            DeliveryAnswer answer = Send(channel, notice, cancel);
            answers.Add(answer);
            if (answer.Result == DeliveryResult.Delivered)
                Write(sent, channel.Name);
        }

        return answers;
    }

    private DeliveryAnswer Send(IChannel channel, Notice notice, CancellationToken cancel)
    {
        DateTimeOffset now = services.Clock.GetUtcNow();
        DeliveryRecord record = new() { Name = channel.Name };
        try
        {
            channel.Send(notice, cancel);
            return new DeliveryAnswer(DeliveryResult.Delivered, record.Succeeded(now, hasDelivered: true));
        }
        catch (DeliveryException e)
        {
            return new DeliveryAnswer(e.WasTaken ? DeliveryResult.Delivered : DeliveryResult.Failed, record.Failed(now, e));
        }
    }

    private Dictionary<string, DateTimeOffset> Read()
    {
        try
        {
            return file.Read() is { } json ? JsonSerializer.Deserialize(json, NoticesJson.Default.DictionaryStringDateTimeOffset) ?? [] : [];
        }
        catch (JsonException)
        {
            return []; // one summary too many
        }
    }

    private void Write(Dictionary<string, DateTimeOffset> sent, string channel)
    {
        sent[channel] = services.Clock.GetUtcNow();
        file.RemoveLeftovers();
        file.Replace(JsonSerializer.SerializeToUtf8Bytes(sent, NoticesJson.Default.DictionaryStringDateTimeOffset));
    }

    /// <summary>The beginning of the last such day, UTC.</summary>
    private DateTimeOffset LastDay(DayOfWeek day)
    {
        DateTime today = services.Clock.GetUtcNow().UtcDateTime.Date;
        return new DateTimeOffset(today.AddDays(-((7 + (int)today.DayOfWeek - (int)day) % 7)), TimeSpan.Zero);
    }
}
