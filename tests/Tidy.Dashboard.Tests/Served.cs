using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tidy.Dashboard.Access;
using Tidy.Dashboard.Hosting;

namespace Tidy.Dashboard.Tests;

/// <summary>The dashboard of a shop, served as in its own process.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly WebApplication app;

    private Served(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public Session Session => app.Services.GetRequiredService<Session>();

    public string NewLink() => app.Services.GetRequiredService<Links>().New();

    public static async Task<Served> StartAsync(Shop shop) => new(await DashboardServer.StartAsync(shop.Options, shop.Services));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
