using System.Text.Json;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Locking;

/// <summary>Who holds a lock, for messages only: the lock itself is the system's. Missing or wrong, it changes nothing.</summary>
/// <param name="StartedAt">When the lock was taken, UTC.</param>
public sealed record LockOwner(int Pid, DateTimeOffset StartedAt, string Host, string Command)
{
    public static LockOwner Current(string command, TimeProvider clock) =>
        new(Environment.ProcessId, clock.GetUtcNow(), Environment.MachineName, command);

    /// <summary>What the file says, or null when it says nothing readable.</summary>
    public static LockOwner? TryRead(StateFile file)
    {
        try
        {
            return file.Read() is { } json ? JsonSerializer.Deserialize(json, LockJson.Default.LockOwner) : null;
        }
        catch (Exception e) when (e is JsonException or TidyException)
        {
            return null;
        }
    }

    /// <summary>Best effort; not flushed, since it means nothing after a power cut.</summary>
    public void TryWrite(StateFile file)
    {
        try
        {
            file.Replace(JsonSerializer.SerializeToUtf8Bytes(this, LockJson.Default.LockOwner), durable: false);
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
        return $"dotnet-tidy{host} (pid {Pid}, {Command}, since {StartedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z)";
    }
}
