using Microsoft.Playwright;

namespace Tidy.Dashboard.Tests;

/// <summary>The system's Chromium without a window, started once; each test has a profile of its own. Without it the tests are inconclusive, in CI they fail.</summary>
[TestClass]
public static class Browser
{
    /// <summary>No sandbox: in a container there is none to be had. The rest keeps it from talking to anybody but the test.</summary>
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--font-render-hinting=none", "--hide-scrollbars", "--disable-crash-reporter", "--disable-breakpad",
    ];

    private static readonly string[] Paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly Lazy<DirectoryInfo> Home = new(static () => Directory.CreateTempSubdirectory("tidy-test-"));

    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Started = new(StartAsync);

    [AssemblyCleanup]
    public static async Task EndAsync()
    {
        if (Started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await Started.Value.Result.Browser.CloseAsync();
            Started.Value.Result.Driver.Dispose();
        }

        if (Home.IsValueCreated)
            Home.Value.Delete(recursive: true);
    }

    internal static async Task<View> OpenAsync(int width = 1240, ColorScheme colors = ColorScheme.Light)
    {
        IBrowser browser = (await Started.Value).Browser;
        IBrowserContext context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = colors, ReducedMotion = ReducedMotion.Reduce });
        return new View(context, await context.NewPageAsync());
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        string? path = Array.Find(Paths, File.Exists);
        if (path is null && Environment.GetEnvironmentVariable("CI") != "true")
            throw new AssertInconclusiveException("Chromium is not installed on this machine.");
        IPlaywright playwright = await Playwright.CreateAsync();
        string home = Home.Value.FullName;
        Dictionary<string, string> environment = new() { ["HOME"] = home, ["XDG_CONFIG_HOME"] = home, ["XDG_CACHE_HOME"] = home, ["TMPDIR"] = home, ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" };
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path ?? Paths[0], Args = Arguments, Env = environment }));
    }
}
