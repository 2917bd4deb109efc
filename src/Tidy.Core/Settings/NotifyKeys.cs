using Tidy.Core.Configuration;
using Tidy.Core.Notices;
using Tidy.Core.Queue;

namespace Tidy.Core.Settings;

/// <summary>The keys of <c>notify</c>.</summary>
internal static class NotifyKeys
{
    private static readonly string[] Statuses = [WireNames.Of(PendingStatus.Abandoned), WireNames.Of(PendingStatus.NeedsManual)];

    private static readonly string[] Rhythms = ["off", "weekly"];

    /// <summary>In the order of <see cref="DayOfWeek"/>.</summary>
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>Words of a list; each becomes the status that it names.</summary>
    private static readonly Value<string> Status = new(static (ref json) => Statuses[json.Word(Statuses)], static () => ValueSchemas.Word(Statuses));

    public static readonly KeyTable<NoticeSettings> All = new(
        "Whom to tell",
        new NoticeSettings(),
        Key<NoticeSettings>.Of("on", Values.List(Status), (notify, words) => notify with { On = [.. words.Select(w => WireNames.StatusOf(w)!.Value)] },
            notify => notify.On.Select(WireNames.Of),
            "What is worth a notice: `abandoned` (tried often enough, or too old), `needs_manual` (rights, a taken name, a full disk)."),
        Key<NoticeSettings>.Of("summary", Values.Word(Rhythms), (notify, word) => notify with { Summary = (SummaryRhythm)word }, notify => notify.Summary,
            "`weekly`: once a week how all registered workspaces fare; `dotnet tidy schedule` sends it. `off`: never."),
        Key<NoticeSettings>.Of("summaryDay", Values.Word(Days), (notify, word) => notify with { SummaryDay = (DayOfWeek)word }, notify => notify.SummaryDay,
            "On which day (UTC), or when the machine next runs after it."),
        Key<NoticeSettings>.Of("mail", MailKeys.Value, (notify, mail) => notify with { Mail = mail }, _ => null,
            "Tell by mail (SMTP)."),
        Key<NoticeSettings>.Of("webhook", WebhookKeys.Value, (notify, hook) => notify with { Webhook = hook }, _ => null,
            "Tell by a POST of JSON."),
        Key<NoticeSettings>.Of("command", CommandKeys.Value, (notify, command) => notify with { Command = command }, _ => null,
            "Tell by a program of yours: its name (found on the `PATH`) or absolute path, and its arguments. No shell; the notice comes on stdin as JSON."))
    {
        RefusalOf = SecretKeys.RefusalOf,
    };
}
