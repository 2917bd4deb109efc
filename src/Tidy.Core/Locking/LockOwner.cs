using System.Globalization;
using System.Text;
using System.Text.Json;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Locking;

/// <summary>Who holds a lock, for messages only: the lock itself is the system's. Missing or wrong, it changes nothing.</summary>
/// <param name="StartedAt">When the lock was taken, UTC.</param>
/// <remarks>Written by hand: every run that writes does it, and a JSON writer would compile its encoder for these four values.</remarks>
public sealed record LockOwner(int ProcessId, DateTimeOffset StartedAt, string Host, string Command)
{
    public static LockOwner Current(string command, TimeProvider clock) =>
        new(Environment.ProcessId, clock.GetUtcNow(), Environment.MachineName, command);

    /// <summary>What the file says, or null when it says nothing readable.</summary>
    public static LockOwner? TryRead(StateFile file)
    {
        try
        {
            if (file.Read() is not { } content)
                return null;
            using JsonDocument document = JsonDocument.Parse(content);
            JsonElement json = document.RootElement;
            return new LockOwner(
                json.GetProperty("pid").GetInt32(),
                json.GetProperty("started_at").GetDateTimeOffset(),
                json.GetProperty("host").GetString() ?? "?",
                json.GetProperty("command").GetString() ?? "?");
        }
        catch (Exception e) when (e is TidyException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // Half written, from another version, or a link in its place.
            return null;
        }
    }

    /// <summary>Best effort; not flushed, since it means nothing after a power cut.</summary>
    public void TryWrite(StateFile file)
    {
        string host = Plain(Host), command = Plain(Command), startedAt = StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        try
        {
            file.Overwrite(Encoding.ASCII.GetBytes($$"""{"pid":{{ProcessId}},"started_at":"{{startedAt}}","host":"{{host}}","command":"{{command}}"}"""));
        }
        catch (TidyException)
        {
            // A full disk or a link in its place must not cost the run its lock.
        }
    }

    /// <summary>Only what needs no escaping; a host name has nothing else (RFC 952).</summary>
    private static string Plain(string text) => string.Create(text.Length, text, static (plain, from) =>
    {
        for (int i = 0; i < from.Length; i++)
            plain[i] = char.IsAsciiLetterOrDigit(from[i]) || from[i] is '.' or '-' or '_' or ' ' ? from[i] : '?';
    });

    /// <summary><c>dotnet-tidy (pid 4711, apply, since 2026-11-22T01:13:14Z)</c>, with the host when it is not this one.</summary>
    public override string ToString()
    {
        string host = string.Equals(Host, Environment.MachineName, StringComparison.OrdinalIgnoreCase) ? "" : $" on {Host}";
        return $"dotnet-tidy{host} (pid {ProcessId}, {Command}, since {StartedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z)";
    }
}
