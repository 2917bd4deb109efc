using System.Buffers;
using System.Text.Json;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Locking;

/// <summary>Who holds a lock, for messages only: the lock itself is the system's. Missing or wrong, it changes nothing.</summary>
/// <param name="StartedAt">When the lock was taken, UTC.</param>
/// <remarks>Written and read by hand: the serializer would add some 20 ms to the start of every run that writes.</remarks>
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
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("pid"u8, ProcessId);
            json.WriteString("started_at"u8, StartedAt.UtcDateTime);
            json.WriteString("host"u8, Host);
            json.WriteString("command"u8, Command);
            json.WriteEndObject();
        }

        try
        {
            file.Overwrite(buffer.WrittenSpan);
        }
        catch (TidyException)
        {
            // A full disk or a link in its place must not cost the run its lock.
        }
    }

    /// <summary><c>dotnet-tidy (pid 4711, apply, since 2026-11-22T01:13:14Z)</c>, with the host when it is not this one.</summary>
    public override string ToString()
    {
        string host = string.Equals(Host, Environment.MachineName, StringComparison.OrdinalIgnoreCase) ? "" : $" on {Host}";
        return $"dotnet-tidy{host} (pid {ProcessId}, {Command}, since {StartedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z)";
    }
}
