using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Tidy.Core.Activity;
using Tidy.Core.Delivery;
using Tidy.Core.Metrics;
using Tidy.Core.Queue;
using Tidy.Core.Telemetry;

namespace Tidy.Core.Tests;

/// <summary>Against a collector on this machine, in both protocols.</summary>
[TestClass]
public sealed class OtlpClientTests
{
    private const string Secret = "s3cret-token";

    private static readonly DateTimeOffset Since = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset At = new(2026, 11, 22, 3, 15, 0, TimeSpan.Zero);

    /// <summary><c>partial_success { rejected_data_points: 3 error_message: "too old" }</c>.</summary>
    private static readonly byte[] ThreeLeftOut = [0x0A, 11, 0x08, 3, 0x12, 7, .. "too old"u8];

    private static WorkspaceFigures Figures(long moved = 7) => new("shop", At, new WorkspaceState(
        new ActivityTotals { Since = Since, Moved = moved, Runs = ImmutableDictionary<RunKind, long>.Empty.Add(new RunKind("apply", ExitCode.Pending), 2) },
        LastRecorded: null,
        LastWorked: At,
        new QueueHealth([], new QueueStats { Total = 4, Pending = 4 }) { OldestAge = TimeSpan.FromHours(2) }));

    private static Task Send(Collector collector, OtlpProtocol protocol, WorkspaceFigures? figures = null, params string[] variables)
    {
        Dictionary<string, string> environment = variables.Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]);
        OtlpTarget target = OtlpTarget.Of(new OtlpSettings { Endpoint = new Uri(collector.Address), Protocol = protocol }, environment.GetValueOrDefault);
        return new OtlpClient(target, TelemetryResource.Of("1.2.3", "build-7", environment.GetValueOrDefault), "1.2.3").Send([figures ?? Figures()], CancellationToken.None);
    }

    [TestMethod]
    [DataRow(OtlpProtocol.HttpProtobuf, "/v1/metrics", "application/x-protobuf")]
    [DataRow(OtlpProtocol.Grpc, "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", "application/grpc")]
    public async Task Send_OfFigures_IsWhatACollectorReads(OtlpProtocol protocol, string path, string type)
    {
        using Collector collector = new(protocol == OtlpProtocol.Grpc);
        await Send(collector, protocol);

        OtlpRequest request = collector.Requests.Single();
        Assert.AreEqual((path, type), (request.Path, request.ContentType));
        CollectionAssert.AreEqual(new[] { "service.name=tidy", "service.version=1.2.3", "service.instance.id=build-7", "host.name=build-7" }, request.Resource.ToArray());
        OtlpPoint moved = request.Points.Single(p => p.Metric == "tidy.moved.files");
        Assert.AreEqual(new OtlpPoint("tidy.moved.files", "{file}", Nanoseconds(Since), Nanoseconds(At), 2, IsMonotonic: true) { Value = 7, Attributes = moved.Attributes }, moved);
        CollectionAssert.AreEqual(new[] { "workspace=shop" }, moved.Attributes.ToArray());
        Assert.AreEqual(2, request.Value("tidy.runs", "command=apply", "result=pending"));
        Assert.AreEqual(4, request.Value("tidy.queue.items", "status=pending"));
        OtlpPoint age = request.Points.Single(p => p.Metric == "tidy.queue.oldest.age");
        Assert.AreEqual((7200.0, "s", 0UL, 0), (age.Value, age.Unit, age.Start, age.Temporality));
    }

    [TestMethod]
    public async Task Send_Twice_CountsOnce()
    {
        using Collector collector = new();
        await Send(collector, OtlpProtocol.HttpProtobuf);
        await Send(collector, OtlpProtocol.HttpProtobuf);
        await Send(collector, OtlpProtocol.HttpProtobuf, Figures(moved: 9));
        OtlpPoint[] moved = [.. collector.Requests.Select(r => r.Points.Single(p => p.Metric == "tidy.moved.files"))];
        CollectionAssert.AreEqual(new[] { 7.0, 7.0, 9.0 }, moved.Select(p => p.Value).ToArray());
        Assert.AreEqual(1, moved.Select(p => (p.Start, p.Temporality)).Distinct().Count(), "a start that moved would be a restart, and 7 + 7 + 9 to a collector");
    }

    /// <summary>An independent witness of numbers of fields, paths and headers: what the SDK sends is read by the same reader.</summary>
    [TestMethod]
    [DataRow(OtlpProtocol.HttpProtobuf, OtlpExportProtocol.HttpProtobuf)]
    [DataRow(OtlpProtocol.Grpc, OtlpExportProtocol.Grpc)]
    public async Task Send_SpeaksAsTheSdkDoes(OtlpProtocol ours, OtlpExportProtocol theirs)
    {
        using Collector collector = new(ours == OtlpProtocol.Grpc);
        using (Meter meter = new($"tests.{ours}")) // a meter is known in the whole process
        using (MeterProvider sdk = Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name).ConfigureResource(r => r.Clear().AddAttributes([new("service.name", "tidy")]))
            .AddOtlpExporter(o => (o.Endpoint, o.Protocol) = (new Uri(collector.Address + (ours == OtlpProtocol.Grpc ? "" : "/v1/metrics")), theirs)).Build())
        {
            meter.CreateCounter<double>("tidy.moved.files", "{file}", "Files that were moved, from the queue or at once.").Add(7, new KeyValuePair<string, object?>("workspace", "shop"));
            meter.CreateObservableGauge("tidy.queue.oldest.age", () => new Measurement<double>(7200, new KeyValuePair<string, object?>("workspace", "shop")), "s");
            Assert.IsTrue(sdk.ForceFlush());
        }

        OtlpRequest sdkSaid = collector.Requests[0];
        await Send(collector, ours);
        OtlpRequest said = collector.Requests[^1];
        Assert.AreEqual((sdkSaid.Path, sdkSaid.ContentType), (said.Path, said.ContentType));
        Assert.AreEqual(sdkSaid.Headers.TE, said.Headers.TE);
        Assert.Contains(sdkSaid.Resource.Single(), said.Resource);
        Assert.HasCount(2, sdkSaid.Points);
        foreach (OtlpPoint theirPoint in sdkSaid.Points)
        {
            OtlpPoint ourPoint = said.Points.Single(p => p.Metric == theirPoint.Metric);
            // Theirs begins when the process did, and a gauge has a beginning, too.
            Assert.AreEqual(theirPoint with { Start = ourPoint.Start, At = ourPoint.At, Attributes = ourPoint.Attributes }, ourPoint);
            CollectionAssert.AreEqual(theirPoint.Attributes.ToArray(), ourPoint.Attributes.ToArray());
        }
    }

    [TestMethod]
    [DataRow(OtlpProtocol.HttpProtobuf)]
    [DataRow(OtlpProtocol.Grpc)]
    public async Task Send_WithHeadersOfTheEnvironment_HasThem(OtlpProtocol protocol)
    {
        using Collector collector = new(protocol == OtlpProtocol.Grpc);
        await Send(collector, protocol, null, $"OTEL_EXPORTER_OTLP_HEADERS=authorization=Bearer%20{Secret}, x-tenant = a%2Cb");
        Assert.AreEqual($"Bearer {Secret}", collector.Requests.Single().Headers.Authorization.ToString());
        Assert.AreEqual("a,b", collector.Requests.Single().Headers["x-tenant"].ToString());
    }

    [TestMethod]
    [DataRow(401, true)]
    [DataRow(400, true)]
    [DataRow(404, true)]
    [DataRow(302, true)]
    [DataRow(500, true)]
    [DataRow(429, false)]
    [DataRow(503, false)]
    public async Task Send_ToACollectorThatRefuses_SaysWhy_WithoutTheSecretItRepeats(int status, bool isLasting)
    {
        using Collector collector = new();
        collector.Answer = new CollectorAnswer(status, Encoding.UTF8.GetBytes($"wrong token\n{Secret.ToUpperInvariant()}!")) { Type = "text/plain", RetryAfter = "120" };
        DeliveryException refused = await Assert.ThrowsExactlyAsync<DeliveryException>(() => Send(collector, OtlpProtocol.HttpProtobuf, null, $"OTEL_EXPORTER_OTLP_HEADERS=authorization=Bearer {Secret}"));
        StringAssert.StartsWith(refused.Message, $"the collector at {collector.Address}/v1/metrics did not take the metrics: HTTP {status}");
        StringAssert.EndsWith(refused.Message, "wrong token ***!");
        Assert.AreEqual((isLasting, TimeSpan.FromMinutes(2)), (refused.IsLasting, refused.RetryAfter));
        Assert.HasCount(1, collector.Requests);
    }

    [TestMethod]
    [DataRow("16", true)]
    [DataRow("14", false)]
    public async Task Send_ByGrpcToACollectorThatRefuses_SaysWhy(string status, bool isLasting)
    {
        using Collector collector = new(isGrpc: true);
        collector.Answer = new CollectorAnswer { GrpcStatus = status };
        DeliveryException refused = await Assert.ThrowsExactlyAsync<DeliveryException>(() => Send(collector, OtlpProtocol.Grpc));
        StringAssert.EndsWith(refused.Message, $"did not take the metrics: gRPC status {status} said no");
        Assert.AreEqual(isLasting, refused.IsLasting);
    }

    [TestMethod]
    [DataRow(OtlpProtocol.HttpProtobuf)]
    [DataRow(OtlpProtocol.Grpc)]
    public async Task Send_ToACollectorThatTakesAPart_SaysHowManyItLeft(OtlpProtocol protocol)
    {
        using Collector collector = new(protocol == OtlpProtocol.Grpc);
        collector.Answer = new CollectorAnswer(Body: ThreeLeftOut);
        DeliveryException refused = await Assert.ThrowsExactlyAsync<DeliveryException>(() => Send(collector, protocol));
        StringAssert.EndsWith(refused.Message, "3 values were left out. too old");
        collector.Answer = new CollectorAnswer(Body: [0x0A, 0]);
        await Send(collector, protocol);
    }

    [TestMethod]
    public async Task Send_ToACollectorThatSaysNothing_GivesUpInTime()
    {
        using Collector collector = new();
        collector.Answer = new CollectorAnswer { IsMute = true };
        DeliveryException late = await Assert.ThrowsExactlyAsync<DeliveryException>(() => Send(collector, OtlpProtocol.HttpProtobuf, null, "OTEL_EXPORTER_OTLP_TIMEOUT=150"));
        StringAssert.EndsWith(late.Message, "did not answer within 0.15 s");
    }

    [TestMethod]
    public async Task Send_ToNobody_SaysSo()
    {
        Collector collector = new();
        string address = collector.Address;
        collector.Dispose();
        OtlpTarget target = OtlpTarget.Of(new OtlpSettings { Endpoint = new Uri(address) }, static _ => null);
        OtlpClient client = new(target, new TelemetryResource([]), "1");
        DeliveryException dead = await Assert.ThrowsExactlyAsync<DeliveryException>(() => client.Send([Figures()], CancellationToken.None));
        StringAssert.StartsWith(dead.Message, $"the collector at {address}/v1/metrics cannot be reached: ");
        Assert.IsFalse(dead.IsLasting);
    }

    private static ulong Nanoseconds(DateTimeOffset time) => (ulong)time.ToUnixTimeSeconds() * 1_000_000_000;
}
