using Tidy.Core.Delivery;
using Tidy.Core.Metrics;

namespace Tidy.Core.Telemetry;

/// <summary>Sends figures to a collector, once: what did not arrive is in the next push.</summary>
public sealed class OtlpClient(OtlpTarget target, TelemetryResource resource, string version)
{
    /// <summary>An answer has a sentence; whatever is longer is none.</summary>
    private const int MaxAnswerBytes = 1 << 16;

    private const int MaxShown = 200;

    /// <exception cref="DeliveryException">The collector is not there, does not answer in time, or refuses; the message holds no secret.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public async Task Send(IReadOnlyList<WorkspaceFigures> workspaces, CancellationToken cancel)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(target.Timeout);
        try
        {
            await Call(OtlpMessage.Of(workspaces, resource, version), limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new DeliveryException($"the collector at {target.Name} did not answer within {target.Timeout.TotalSeconds:0.###} s", e);
        }
        catch (HttpRequestException e)
        {
            throw new DeliveryException($"the collector at {target.Name} cannot be reached: {Shown((e.InnerException ?? e).Message)}", e);
        }
    }

    private async Task Call(byte[] message, CancellationToken cancel)
    {
        // No redirection: the headers are for this collector, and a POST does not survive most of them.
        using HttpClientHandler handler = new() { AllowAutoRedirect = false, UseCookies = false };
        using HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MaxAnswerBytes };
        IOtlpCall call = target.Protocol == OtlpProtocol.Grpc ? new GrpcCall() : new HttpCall();
        using HttpRequestMessage request = call.Request(target.Address, message);
        AddHeaders(request);
        using HttpResponseMessage response = await client.SendAsync(request, cancel).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
        try
        {
            CheckAllTaken(call.Answer(response, body).Span);
        }
        catch (OtlpRefusal e)
        {
            throw new DeliveryException($"the collector at {target.Name} did not take the metrics: {Shown(e.Message)}", e)
            {
                RetryAfter = response.Headers.RetryAfter?.Delta,
                IsLasting = e.IsLasting,
            };
        }
    }

    private void AddHeaders(HttpRequestMessage request)
    {
        request.Headers.UserAgent.ParseAdd($"tidy/{version}");
        foreach ((string name, string value) in target.Headers)
        {
            if (!IsSendable(value) || !request.Headers.TryAddWithoutValidation(name, value))
                throw new DeliveryException($"a header in OTEL_EXPORTER_OTLP_HEADERS cannot be sent: '{Shown(name)}' is no name of one, or its value has line breaks") { IsLasting = true };
        }
    }

    private static bool IsSendable(string value) => !value.AsSpan().ContainsAny('\r', '\n', '\0');

    /// <summary>A collector may take a part: <c>partial_success</c>, field 1, tells how many values it left, field 1, and why, field 2.</summary>
    private static void CheckAllTaken(ReadOnlySpan<byte> response)
    {
        ProtobufReader answer = new(response);
        while (answer.Read())
        {
            ProtobufReader part = new(answer.Field == 1 ? answer.Bytes : default);
            (ulong left, string why) = (0, "");
            while (part.Read())
                (left, why) = part.Field == 1 ? (part.Number, why) : part.Field == 2 ? (left, part.Text) : (left, why);
            if (left > 0)
                throw new OtlpRefusal($"{left} values were left out. {why}".Trim(), isLasting: true);
        }
    }

    /// <summary>What a stranger said, on one line and not too long; should it repeat a secret that it was sent, without it.</summary>
    private string Shown(string said)
    {
        foreach (string secret in target.Headers.SelectMany(h => h.Value.Split(' ').Append(h.Value)).Where(s => s.Length > 3).OrderByDescending(s => s.Length))
            said = said.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);
        string line = string.Concat(said.Select(static c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= MaxShown ? line : line[..MaxShown] + "...";
    }
}
