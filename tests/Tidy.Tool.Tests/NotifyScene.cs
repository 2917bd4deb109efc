using System.Diagnostics;
using System.Text.RegularExpressions;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>A person's machine with the workspace <c>shop</c>, in which a held file is given up at the first attempt; and with settings that say who is told.</summary>
internal sealed partial class NotifyScene : IDisposable
{
    private const string Config =
        """{ "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ], "queue": { "maxAttempts": 1 } }""";

    /// <summary>As runs leave it: one item that was held each time, and one whose destination is there already.</summary>
    private const string Queue =
        """
        { "schema_version": 1, "items": [
          { "id": "d61e9d0acf4fe8a9", "src": "build.log", "dest": "archive/logs/build.log", "action": "move", "status": "abandoned", "reason": "locked",
            "first_seen_at": "2026-11-20T14:02:54Z", "last_attempt_at": "2026-11-22T01:20:54Z", "attempt_count": 10, "next_eligible_at": "2026-11-23T01:20:54Z",
            "bytes_estimate": 2048, "holders": [{ "pid": 4711, "name": "node", "started_at": "2026-11-20T09:00:00Z" }] },
          { "id": "251007a1bda1c0be", "src": "größe.log", "dest": "archive/logs/größe.log", "action": "move", "status": "needs_manual", "reason": "dest_exists",
            "first_seen_at": "2026-11-22T02:48:54Z", "last_attempt_at": "2026-11-22T02:48:54Z", "attempt_count": 1, "next_eligible_at": "2026-11-22T02:48:54Z" } ] }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryWorkspace home = new();
    private readonly List<FileHolder> holders = [];

    public NotifyScene() => home.Write("shop/tidy.json", Config);

    /// <summary>For every process of the tool; an empty value takes the variable away.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["CI"] = "", ["TIDY_SETTINGS"] = "", ["SSL_CERT_FILE"] = "" };

    public string Root => home.At("shop");

    public string SettingsPath => home.At("share/tidy-build/settings.json");

    /// <param name="notify">The value of that key.</param>
    public void Settings(string notify) => home.Write("share/tidy-build/settings.json", $$"""{ "notify": {{notify}} }""");

    /// <summary>Mail to this server, whose certificate is trusted and whose password is known.</summary>
    public void TellByMail(SmtpServer server, params string[] to)
    {
        string receivers = string.Join(", ", (to.Length > 0 ? to : ["ann@example.org"]).Select(t => $"\"{t}\""));
        Settings($$"""{ "mail": { "host": "localhost", "port": {{server.Port}}, "user": "{{SmtpServer.User}}", "from": "build@example.org", "to": [{{receivers}}] } }""");
        Variables["SSL_CERT_FILE"] = server.CertificatePath;
        Variables["TIDY_SMTP_PASSWORD"] = SmtpServer.Password;
    }

    public void TellByWebhook(int port, string more = "") => Settings($$"""{ "webhook": { "url": "http://127.0.0.1:{{port}}/"{{more}} } }""");

    /// <summary>The schedule serves the workspace.</summary>
    public void Register() => home.Write("share/tidy-build/workspaces.json", $$"""{ "schema_version": 1, "schedule": null, "workspaces": [{ "path": "{{Root}}", "registered_at": "2026-11-22T00:00:00Z" }] }""");

    /// <summary>A queue with items that nobody was told of yet, as if runs had left it.</summary>
    public void LeaveEndedItems() => home.Write("shop/.autonomous_runs/tidy_pending_moves.json", Queue);

    /// <summary>A file that a program has open.</summary>
    public void Hold(string name)
    {
        string path = home.Write($"shop/{name}");
        holders.Add(FileHolder.Start("read", path));
    }

    public ToolAnswer Tidy(params string[] args)
    {
        using ToolProcess tool = Start(args);
        return tool.End();
    }

    public ToolProcess Start(params string[] args)
    {
        ProcessStartInfo start = ToolProcess.StartInfo(Root, args);
        Variables["HOME"] = home.FullPath;
        Variables["XDG_DATA_HOME"] = home.At("share");
        foreach ((string name, string value) in Variables)
        {
            if (value.Length == 0)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        return ToolProcess.Start(start);
    }

    /// <summary>Path of a file of Tidy's state.</summary>
    public string State(string name) => Path.Combine(Root, ".autonomous_runs/tidy", name);

    public string ReadState(string name) => File.Exists(State(name)) ? File.ReadAllText(State(name)) : "";

    /// <summary>What a process that nobody waits for comes to.</summary>
    public static void WaitUntil(Func<bool> happened, string what) => Assert.IsTrue(SpinWait.SpinUntil(happened, Patience), what);

    /// <summary>The process that delivers for the workspace has written its book and is gone.</summary>
    public void WaitForDelivery(string inBook)
    {
        WaitUntil(() => ReadState("deliveries.json").Contains(inBook, StringComparison.Ordinal), $"the book has no {inBook}: {ReadState("deliveries.json")}");
        WaitUntil(() => !File.Exists(State("deliver.lock.owner.json")), "the process did not end");
    }

    /// <summary>All that Tidy wrote about the workspace and for its person, but for what a test wrote.</summary>
    public string EverythingWritten() => string.Join('\n', Directory.EnumerateFiles(home.FullPath, "*", SearchOption.AllDirectories)
        .Where(path => path != SettingsPath && !path.EndsWith(".lock", StringComparison.Ordinal)).Select(path => $"{path}\n{File.ReadAllText(path)}"));

    /// <summary>With one machine's and one run's own words replaced by those of another.</summary>
    public static string Plain(string text)
    {
        text = Mailed().Replace(At().Replace(text, "\"at\": \"2026-11-22T18:40:07Z\""), "Sun, 22 Nov 2026 18:40:07 +0000");
        return NoticeIds().Replace(text, "36fb3ba224b4cf5d5ee2784618d018e9")
            .Replace($" on {Environment.MachineName}", " on build-7", StringComparison.Ordinal)
            .Replace($"\"machine\": \"{Environment.MachineName}\"", "\"machine\": \"build-7\"", StringComparison.Ordinal);
    }

    /// <summary>Once every process is gone that a run here left behind: else it would write into a folder that goes.</summary>
    public void Dispose()
    {
        WaitUntil(() => !IsDelivering(), "a process that delivers did not end");
        holders.ForEach(h => h.Dispose());
        home.Dispose();
    }

    private bool IsDelivering() => Directory.EnumerateDirectories("/proc").Any(process =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains($"deliver\0--workspace\0{Root}\0", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // no process, or gone
        }
    });

    [GeneratedRegex("\"at\": \"[^\"]*\"")]
    private static partial Regex At();

    [GeneratedRegex(@"[A-Z][a-z]{2}, \d\d? [A-Z][a-z]{2} \d{4} [\d:]+ \+0000")]
    private static partial Regex Mailed();

    /// <summary>They depend on the name of the machine.</summary>
    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex NoticeIds();
}
