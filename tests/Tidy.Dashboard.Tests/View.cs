using Microsoft.Playwright;

namespace Tidy.Dashboard.Tests;

/// <summary>One tab of a fresh profile, and all that went wrong or out in it.</summary>
internal sealed class View : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public View(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => Problems.Add(error);
        page.Console += (_, message) => Note(message);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors of the script, and what the browser or its content policy refused.</summary>
    public List<string> Problems { get; } = [];

    public List<string> Requests { get; } = [];

    public ILocator Item(string source) => Page.Locator("#items .open").Filter(new() { HasText = source });

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private void Note(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
            Problems.Add(message.Text);
    }
}
