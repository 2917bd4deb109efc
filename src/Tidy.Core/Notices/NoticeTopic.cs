using System.Globalization;
using Tidy.Core.Queue;

namespace Tidy.Core.Notices;

/// <summary>What is told once: an item, what became of it, and why. Its epoch tells apart the times that it came to that.</summary>
internal static class NoticeTopic
{
    public static string Of(PendingMove item) => $"{item.Id}:{WireNames.Of(item.Status)}:{WireNames.Of(item.Reason)}";

    /// <summary>The last attempt: another one came to the same again.</summary>
    public static string EpochOf(PendingMove item) => item.LastAttemptAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmssffffff", CultureInfo.InvariantCulture);
}
