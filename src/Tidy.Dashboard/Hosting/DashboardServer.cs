using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tidy.Core;
using Tidy.Dashboard.Access;
using Tidy.Dashboard.Operations;

namespace Tidy.Dashboard.Hosting;

/// <summary>
/// The web server of one workspace's dashboard, for one person on this machine. It talks to the tool that started it in lines: it writes
/// <c>link URL</c>, or <c>failed CODE MESSAGE</c> and ends; a line that it reads asks for another link, and the end of its input ends it.
/// </summary>
internal static class DashboardServer
{
    /// <summary>A run that is under way closes its journal in it.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output)
    {
        try
        {
            await using WebApplication app = await StartAsync(ServerOptions.Parse(args), RunServices.ForThisMachine());
            await new ToolLine(input, output, app.Services.GetRequiredService<Links>()).FollowAsync(app.Lifetime.ApplicationStopping);
            await app.StopAsync();
            return (int)ExitCode.Done;
        }
        catch (TidyException e)
        {
            await output.WriteLineAsync($"failed {e.Code} {e.Message.ReplaceLineEndings(" ")}");
            return (int)e.Exit;
        }
    }

    /// <exception cref="TidyException">The port is not to be had.</exception>
    public static async Task<WebApplication> StartAsync(ServerOptions options, RunServices services)
    {
        WebApplication app = Build(options, services);
        try
        {
            await app.StartAsync();
        }
        catch (IOException e)
        {
            await app.DisposeAsync();
            throw new TidyException(Codes.DashboardNotStarted, ExitCode.Usage, $"Port {options.Port} of this machine is not to be had: {e.Message} Name another with --port, or none for any.", e);
        }

        app.Services.GetRequiredService<Links>().Port = new Uri(app.Urls.Single()).Port;
        return app;
    }

    private static WebApplication Build(ServerOptions options, RunServices services)
    {
        // Empty: nothing is read from the environment, nor from an appsettings.json that a repository may have, and nothing is logged.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Restrict(kestrel, options.Port));
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton<Session>().AddSingleton<Links>();
        WebApplication app = builder.Build();
        var session = app.Services.GetRequiredService<Session>();
        var links = app.Services.GetRequiredService<Links>();
        app.Use(AnswerHeaders.AddAsync);
        app.Use(new RequestGuard(session, links).CheckAsync);
        new PageRoutes(session, links).Map(app);
        new OverviewRoute(new OverviewCache(options, services, Version())).Map(app, session.Path);
        new OperationRoutes(new WorkspaceOperations(options, services, app.Lifetime.ApplicationStopping)).Map(app, session.Path);
        return app;
    }

    /// <summary>This machine only, and no more than a page of this kind needs.</summary>
    private static void Restrict(KestrelServerOptions kestrel, int port)
    {
        kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 256 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxConcurrentConnections = 64;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }

    private static string Version() =>
        typeof(DashboardServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
