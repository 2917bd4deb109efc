using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Tidy.Core.Telemetry;

/// <summary>OTLP/HTTP with binary Protocol Buffers.</summary>
internal sealed class HttpCall : IOtlpCall
{
    private const string Type = "application/x-protobuf";

    /// <summary>OTLP specification, "Retryable Response Codes"; all others mean that the message or the sender is not wanted.</summary>
    private static readonly HttpStatusCode[] Passing =
        [HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout];

    public HttpRequestMessage Request(Uri address, byte[] message)
    {
        ByteArrayContent content = new(message);
        content.Headers.ContentType = new MediaTypeHeaderValue(Type);
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
    }

    public ReadOnlyMemory<byte> Answer(HttpResponseMessage response, byte[] body)
    {
        bool isProtobuf = response.Content.Headers.ContentType?.MediaType == Type;
        if (response.StatusCode == HttpStatusCode.OK)
            return isProtobuf ? body : default;
        string said = isProtobuf ? StatusMessage(body) : Encoding.UTF8.GetString(body);
        throw new OtlpRefusal($"HTTP {(int)response.StatusCode} {response.ReasonPhrase} {said}".Trim(), !Passing.Contains(response.StatusCode));
    }

    /// <summary>Field 2 of <c>google.rpc.Status</c>.</summary>
    private static string StatusMessage(byte[] body)
    {
        ProtobufReader status = new(body);
        while (status.Read())
        {
            if (status.Field == 2)
                return status.Text;
        }

        return "";
    }
}
