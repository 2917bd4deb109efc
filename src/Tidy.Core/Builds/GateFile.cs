using System.Globalization;
using System.Text;

namespace Tidy.Core.Builds;

/// <summary>
/// The gate that the automatic calls of a build pass without starting anything: what the last run looked at, and when something
/// becomes due. A small text file, one fact a line; the last line says that it is whole.
/// </summary>
/// <remarks>Also compiled into the MSBuild task, which cannot reference this assembly; hence nothing newer than netstandard2.0.</remarks>
internal sealed class GateFile
{
    /// <summary>In the folder of Tidy's own state.</summary>
    public const string Name = "build.gate";

    /// <summary>The call before a build, which only retries: it answers for the queue, and leaves the rest as it was.</summary>
    public const string RetryCall = "retry";

    public const long Never = long.MaxValue;

    private const string FirstLine = "tidy-gate 1";
    private const string LastLine = "end";

    /// <summary>What the last call after a build asked for; null when none was answered.</summary>
    public string? Call { get; init; }

    /// <summary>The last run found something that every build says.</summary>
    public bool SaysAgain { get; init; }

    /// <summary>UTC <see cref="DateTime.Ticks"/>; a clock before it was set back.</summary>
    public long StampedAt { get; init; }

    /// <summary>Absolute paths on which the answer rests.</summary>
    public IReadOnlyList<KeyValuePair<string, GateStamp>> Watched { get; init; } = [];

    /// <summary>UTC ticks from which <see cref="Call"/> may have another answer although nothing changed.</summary>
    public long DueAt { get; init; } = Never;

    public GateStamp Queue { get; init; } = GateStamp.Missing;

    /// <summary>UTC ticks of the next attempt or probe of a queued file.</summary>
    public long QueueDueAt { get; init; } = Never;

    public IReadOnlyList<GateHolder> Holders { get; init; } = [];

    /// <returns>Null when it is torn, damaged or of another version: the same as no gate.</returns>
    public static GateFile? Parse(string text)
    {
        string[] lines = text.Split('\n');
        return lines.Length > 2 && lines[0] == FirstLine && lines[lines.Length - 2] == LastLine ? new Reader().Read(lines) : null;
    }

    public string Format()
    {
        var text = new StringBuilder(FirstLine + "\n");
        if (Call is not null)
            text.Append("call ").Append(Call).Append('\n');
        if (SaysAgain)
            text.Append("again\n");
        Line(text, "stamped", StampedAt);
        foreach (KeyValuePair<string, GateStamp> watched in Watched)
            Line(text, "watch", watched.Value.Ticks, watched.Value.Size, watched.Key);
        Line(text, "due", DueAt);
        Line(text, "queue", Queue.Ticks, Queue.Size);
        Line(text, "queue-due", QueueDueAt);
        foreach (GateHolder holder in Holders)
            Line(text, "holder", holder.ProcessId, holder.StartedTicks);
        return text.Append(LastLine).Append('\n').ToString();
    }

    private static void Line(StringBuilder text, params object[] words) =>
        text.Append(string.Join(" ", words.Select(w => Convert.ToString(w, CultureInfo.InvariantCulture)))).Append('\n');

    /// <summary>Unknown and unreadable lines make the whole unreadable: a gate that is half understood would keep what is due.</summary>
    private sealed class Reader
    {
        private readonly List<KeyValuePair<string, GateStamp>> watched = [];
        private readonly List<GateHolder> holders = [];
        private readonly Dictionary<string, long> times = new(StringComparer.Ordinal);
        private GateStamp queue = GateStamp.Missing;
        private string? call;
        private bool again;

        public GateFile? Read(string[] lines)
        {
            for (int i = 1; i < lines.Length - 2; i++)
            {
                if (!Take(lines[i]))
                    return null;
            }

            return times.Count != 3 ? null : new GateFile
            {
                Call = call,
                SaysAgain = again,
                Watched = watched,
                Queue = queue,
                Holders = holders,
                StampedAt = times["stamped"],
                DueAt = times["due"],
                QueueDueAt = times["queue-due"],
            };
        }

        private bool Take(string line)
        {
            string[] words = line.Split([' '], 4);
            switch (words[0])
            {
                case "call":
                    call = line.Substring("call".Length).TrimStart();
                    return true;
                case "again":
                    return again = true;
                case "watch" when words.Length == 4 && Stamp(words, out GateStamp stamp):
                    watched.Add(new KeyValuePair<string, GateStamp>(words[3], stamp));
                    return true;
                case "queue" when words.Length == 3:
                    return Stamp(words, out queue);
                case "holder" when words.Length == 3 && Stamp(words, out GateStamp holder):
                    holders.Add(new GateHolder((int)holder.Ticks, holder.Size));
                    return true;
                case "stamped" or "due" or "queue-due" when words.Length == 2 && Number(words[1], out long ticks):
                    times[words[0]] = ticks;
                    return true;
                default:
                    return false;
            }
        }

        private static bool Stamp(string[] words, out GateStamp stamp)
        {
            bool isRead = Number(words[1], out long first) & Number(words[2], out long second);
            stamp = new GateStamp(first, second);
            return isRead;
        }

        private static bool Number(string word, out long number) =>
            long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }
}
