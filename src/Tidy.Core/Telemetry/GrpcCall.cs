using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;

namespace Tidy.Core.Telemetry;

/// <summary>OTLP/gRPC: one unary call, which is a POST over HTTP/2 with a frame around the message and the result behind the answer.</summary>
/// <remarks>grpc/grpc, doc/PROTOCOL-HTTP2.md and doc/statuscodes.md. A frame is a byte (0: not compressed) and the length in four, big end first.</remarks>
internal sealed class GrpcCall : IOtlpCall
{
    private const int FrameLength = 5;

    /// <summary>OTLP specification, "Failures": CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, OUT_OF_RANGE, UNAVAILABLE, DATA_LOSS.</summary>
    private static readonly string[] Passing = ["1", "4", "8", "10", "11", "14", "15"];

    public HttpRequestMessage Request(Uri address, byte[] message)
    {
        byte[] frame = new byte[FrameLength + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, FrameLength);
        ByteArrayContent content = new(frame);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        HttpRequestMessage request = new(HttpMethod.Post, address) { Content = content, Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        return request;
    }

    public ReadOnlyMemory<byte> Answer(HttpResponseMessage response, byte[] body)
    {
        if (response.StatusCode != HttpStatusCode.OK)
            throw new OtlpRefusal($"HTTP {(int)response.StatusCode} {response.ReasonPhrase}", isLasting: (int)response.StatusCode is not (429 or >= 502));
        string? status = Header(response, "grpc-status");
        if (status != "0")
        {
            string said = Uri.UnescapeDataString(Header(response, "grpc-message") ?? "");
            throw new OtlpRefusal($"gRPC status {status ?? "missing"} {said}".Trim(), !Passing.Contains(status));
        }

        return body.Length > FrameLength && body[0] == 0 ? body.AsMemory(FrameLength) : default;
    }

    /// <summary>Behind the answer; when there is no answer, before it.</summary>
    private static string? Header(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out IEnumerable<string>? after) || response.Headers.TryGetValues(name, out after) ? after.FirstOrDefault() : null;
}
