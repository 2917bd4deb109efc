using System.Diagnostics;
using System.Text.RegularExpressions;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>A person's machine with the workspace <c>shop</c>, in which a held file is given up at the first attempt; and with settings that say who is told.</summary>
internal sealed partial class NotifyScene : IDisposable
{
    private const string Config =
        """{ "version": 1, "rules": [ { "id": "logs", "match": ["*.log"], "to": "archive/logs/" } ], "queue": { "maxAttempts": 1 } }""";

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
        text = Mailed().Replace(Written().Replace(Iso().Replace(text, "2026-11-22T18:40:07Z"), "2026-11-22 18:40"), "Sun, 22 Nov 2026 18:40:07 +0000");
        return ProcessIds().Replace(NoticeIds().Replace(text, "36fb3ba224b4cf5d5ee2784618d018e9"), "4711")
            .Replace($" on {Environment.MachineName}", " on build-7", StringComparison.Ordinal)
            .Replace($"\"machine\": \"{Environment.MachineName}\"", "\"machine\": \"build-7\"", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        holders.ForEach(h => h.Dispose());
        home.Dispose();
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d")]
    private static partial Regex Written();

    [GeneratedRegex(@"[A-Z][a-z]{2}, \d\d? [A-Z][a-z]{2} \d{4} [\d:]+ \+0000")]
    private static partial Regex Mailed();

    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex NoticeIds();

    [GeneratedRegex(@"(?<=pid )\d+")]
    private static partial Regex ProcessIds();
}
