using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tidy.Core.Tests;

/// <summary>A web server on loopback that keeps what it gets, and answers as a test wants.</summary>
public sealed class HookServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task served;

    public HookServer()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        listener.Prefixes.Add(Address.AbsoluteUri);
        listener.Start();
        served = ServeAsync();
    }

    public Uri Address { get; }

    public ConcurrentQueue<HookCall> Calls { get; } = [];

    public int Status { get; set; } = 200;

    public string Answer { get; set; } = "";

    public string? RetryAfter { get; set; }

    public Uri? Location { get; set; }

    public void Dispose()
    {
        listener.Close();
        served.Wait();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                Serve(await listener.GetContextAsync().ConfigureAwait(false));
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private void Serve(HttpListenerContext context)
    {
        using MemoryStream body = new();
        context.Request.InputStream.CopyTo(body);
        Calls.Enqueue(new HookCall(context.Request.HttpMethod, new WebHeaderCollection { context.Request.Headers }, body.ToArray()));
        context.Response.StatusCode = Status;
        if (RetryAfter is not null)
            context.Response.Headers["Retry-After"] = RetryAfter;
        if (Location is not null)
            context.Response.Headers["Location"] = Location.AbsoluteUri;
        context.Response.Close(Encoding.UTF8.GetBytes(Answer), willBlock: true);
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
