using Tidy.Core.Channels;
using Tidy.Core.Queue;

namespace Tidy.Core.Notices;

/// <summary>Whom to tell, of what.</summary>
public sealed record NoticeSettings
{
    /// <summary>Items that get one of these are told of.</summary>
    public IReadOnlyList<PendingStatus> On { get; init; } = [PendingStatus.Abandoned, PendingStatus.NeedsManual];

    public SummaryRhythm Summary { get; init; } = SummaryRhythm.Weekly;

    public DayOfWeek SummaryDay { get; init; } = DayOfWeek.Monday;

    public MailSettings? Mail { get; init; }

    public WebhookSettings? Webhook { get; init; }

    public CommandSettings? Command { get; init; }
}
