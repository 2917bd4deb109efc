using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Tidy.Core.Tests;

/// <summary>A collector on this machine, for one of the two protocols: keeps what it gets, and answers as it was told.</summary>
internal sealed class Collector : IDisposable
{
    private const int FrameLength = 5;

    private readonly ConcurrentQueue<OtlpRequest> requests = [];
    private readonly WebApplication server;
    private readonly bool isGrpc;

    public Collector(bool isGrpc = false)
    {
        this.isGrpc = isGrpc;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        server = builder.Build();
        server.Run(Receive);
        server.StartAsync().GetAwaiter().GetResult();
    }

    public CollectorAnswer Answer { get; set; } = new();

    public string Address => server.Urls.Single();

    public IReadOnlyList<OtlpRequest> Requests => [.. requests];

    public void Dispose()
    {
        using CancellationTokenSource atOnce = new();
        atOnce.Cancel();
        server.StopAsync(atOnce.Token).GetAwaiter().GetResult();
        ((IDisposable)server).Dispose();
    }

    private async Task Receive(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        byte[] message = isGrpc ? body.ToArray()[FrameLength..] : body.ToArray();
        HeaderDictionary headers = new(context.Request.Headers.ToDictionary()); // the server's own are used again
        requests.Enqueue(new OtlpRequest(context.Request.Path, context.Request.ContentType ?? "", headers, message));
        CollectorAnswer answer = Answer;
        if (answer.IsMute)
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } after)
            context.Response.Headers.RetryAfter = after;
        await (isGrpc ? WriteGrpc(context.Response, answer) : WriteHttp(context.Response, answer));
    }

    private static async Task WriteHttp(HttpResponse response, CollectorAnswer answer)
    {
        response.ContentType = answer.Type;
        await response.Body.WriteAsync(answer.Body ?? []);
    }

    private static async Task WriteGrpc(HttpResponse response, CollectorAnswer answer)
    {
        response.ContentType = "application/grpc";
        response.DeclareTrailer("grpc-status");
        byte[] frame = new byte[FrameLength + (answer.Body?.Length ?? 0)];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - FrameLength);
        answer.Body?.CopyTo(frame, FrameLength);
        await response.Body.WriteAsync(frame);
        response.AppendTrailer("grpc-status", answer.GrpcStatus);
        response.AppendTrailer("grpc-message", "said%20no");
    }
}
