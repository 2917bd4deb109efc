using Tidy.Core.Delivery;
using Tidy.Core.Metrics;
using Tidy.Core.Telemetry;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class MetricsDeliveryTests
{
    private static MetricsDelivery Of(Workbench bench, Collector collector, params string[] variables) => new(
        bench.Root,
        bench.Services,
        new TelemetrySettings { Otlp = new OtlpSettings { Endpoint = new Uri(collector.Address) }, Workspaces = [new NamedWorkspace(bench.Root.FullPath, "shop")] },
        "1.2.3")
    {
        Variable = name => variables.Where(v => v.StartsWith(name + "=", StringComparison.Ordinal)).Select(v => v[(name.Length + 1)..]).FirstOrDefault(),
    };

    private static DeliveryResult Deliver(Workbench bench, MetricsDelivery delivery)
    {
        using DeliveryLock held = DeliveryLock.Acquire(bench.Root, bench.Services, TimeSpan.Zero);
        return new DeliveryRound(bench.Root, bench.Services).Run([delivery], isAsked: false, CancellationToken.None).Single().Result;
    }

    [TestMethod]
    public void Deliver_AfterARun_BringsItsNumbers()
    {
        using Workbench bench = new();
        using Collector collector = new();
        bench.Write("a.log");
        bench.Apply();
        Assert.AreEqual(DeliveryResult.Delivered, Deliver(bench, Of(bench, collector)));
        Assert.AreEqual(1, collector.Requests.Single().Value("tidy.moved.files", "workspace=shop"));
    }

    /// <summary>The collector took it and the process died before it could write that down, or the collector was dead for two runs: the last word is right.</summary>
    [TestMethod]
    public void Deliver_AfterARepeatedAndALostPush_CountsEachFileOnce()
    {
        using Workbench bench = new();
        using Collector collector = new();
        bench.Write("a.log");
        bench.Apply();
        Of(bench, collector).Deliver(CancellationToken.None); // and nobody noted it
        Assert.AreEqual(DeliveryResult.Delivered, Deliver(bench, Of(bench, collector)));

        collector.Answer = new CollectorAnswer(503);
        bench.Write("b.log");
        bench.Apply();
        Assert.AreEqual(DeliveryResult.Failed, Deliver(bench, Of(bench, collector)));
        Assert.AreEqual(DeliveryResult.Waits, Deliver(bench, Of(bench, collector)));

        collector.Answer = new CollectorAnswer();
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.AreEqual(DeliveryResult.Delivered, Deliver(bench, Of(bench, collector)));
        CollectionAssert.AreEqual(new[] { 1.0, 1, 2, 2 }, collector.Requests.Select(r => r.Value("tidy.moved.files")).ToArray());
        Assert.AreEqual(1, collector.Requests.SelectMany(r => r.Points).Where(p => p.Metric == "tidy.moved.files").Select(p => (p.Start, p.Temporality)).Distinct().Count());
    }

    [TestMethod]
    [DataRow("OTEL_SDK_DISABLED=true")]
    [DataRow("OTEL_METRICS_EXPORTER=none")]
    public void Deliver_WhereTelemetryIsSwitchedOff_TalksToNobody(string variable)
    {
        using Workbench bench = new();
        using Collector collector = new();
        Assert.AreEqual(DeliveryResult.NothingToDeliver, Deliver(bench, Of(bench, collector, variable)));
        Assert.IsEmpty(collector.Requests);
    }

    [TestMethod]
    public void Deliver_WithoutSettings_TalksToNobody_WhateverTheEnvironmentNames()
    {
        using Workbench bench = new();
        using Collector collector = new();
        MetricsDelivery delivery = new(bench.Root, bench.Services, new TelemetrySettings(), "1.2.3") { Variable = _ => collector.Address };
        Assert.IsFalse(delivery.Deliver(CancellationToken.None));
        Assert.IsEmpty(collector.Requests);
    }
}
