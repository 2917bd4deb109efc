using Tidy.Core.Telemetry;

namespace Tidy.Core.Tests;

/// <summary>Names and meaning of the variables: specification of OpenTelemetry, "OTLP Exporter Configuration".</summary>
[TestClass]
public sealed class OtlpTargetTests
{
    private static OtlpTarget Of(OtlpSettings settings, params string[] variables)
    {
        Dictionary<string, string> environment = variables.Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]);
        return OtlpTarget.Of(settings, environment.GetValueOrDefault);
    }

    [TestMethod]
    [DataRow("", "http://localhost:4318/v1/metrics")]
    [DataRow("OTEL_EXPORTER_OTLP_ENDPOINT=https://otel.example.com", "https://otel.example.com/v1/metrics")]
    [DataRow("OTEL_EXPORTER_OTLP_ENDPOINT=https://otel.example.com/otlp/", "https://otel.example.com/otlp/v1/metrics")]
    [DataRow("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=https://otel.example.com/own/way|OTEL_EXPORTER_OTLP_ENDPOINT=https://other", "https://otel.example.com/own/way")]
    [DataRow("OTEL_EXPORTER_OTLP_ENDPOINT=", "http://localhost:4318/v1/metrics")]
    [DataRow("OTEL_EXPORTER_OTLP_PROTOCOL=grpc", "http://localhost:4317/opentelemetry.proto.collector.metrics.v1.MetricsService/Export")]
    [DataRow("OTEL_EXPORTER_OTLP_PROTOCOL=http/json|OTEL_EXPORTER_OTLP_METRICS_PROTOCOL=grpc|OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://c:9", "http://c:9/opentelemetry.proto.collector.metrics.v1.MetricsService/Export")]
    public void Of_SettingsThatSayNothing_GoesByTheEnvironment(string variables, string address) =>
        Assert.AreEqual(address, Of(new OtlpSettings(), variables.Split('|', StringSplitOptions.RemoveEmptyEntries)).Address.AbsoluteUri);

    [TestMethod]
    [DataRow("http://c:4318")]
    [DataRow("http://c:4318/v1/metrics")]
    public void Of_SettingsWithAnEndpoint_GoesByThem(string endpoint)
    {
        OtlpTarget target = Of(new OtlpSettings { Endpoint = new Uri(endpoint), Protocol = OtlpProtocol.HttpProtobuf }, "OTEL_EXPORTER_OTLP_ENDPOINT=http://other", "OTEL_EXPORTER_OTLP_PROTOCOL=grpc", "OTEL_EXPORTER_OTLP_TIMEOUT=2500");
        Assert.AreEqual(("http://c:4318/v1/metrics", OtlpProtocol.HttpProtobuf, 2.5), (target.Address.AbsoluteUri, target.Protocol, target.Timeout.TotalSeconds));
    }

    [TestMethod]
    public void Of_Headers_ThoseForMetricsGoFirst()
    {
        OtlpTarget target = Of(new OtlpSettings(), "OTEL_EXPORTER_OTLP_METRICS_HEADERS=a=b=c", "OTEL_EXPORTER_OTLP_HEADERS=x=y");
        CollectionAssert.AreEqual(new[] { KeyValuePair.Create("a", "b=c") }, target.Headers.ToArray());
    }

    [TestMethod]
    [DataRow("OTEL_EXPORTER_OTLP_HEADERS=hunter2", "OTEL_EXPORTER_OTLP_HEADERS cannot be read: it should be name=value,name=value")]
    [DataRow("OTEL_EXPORTER_OTLP_TIMEOUT=hunter2", "OTEL_EXPORTER_OTLP_TIMEOUT cannot be used: it should be a whole number of milliseconds")]
    [DataRow("OTEL_EXPORTER_OTLP_TIMEOUT=0", "above 0")]
    [DataRow("OTEL_EXPORTER_OTLP_PROTOCOL=http/json", "Valid values are http/protobuf, grpc")]
    [DataRow("OTEL_EXPORTER_OTLP_ENDPOINT=hunter2", "it should be an absolute address with http or https")]
    [DataRow("OTEL_EXPORTER_OTLP_ENDPOINT=ftp://c", "it should be an absolute address with http or https")]
    [DataRow("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://ann:hunter2@c", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT cannot be used: a password has no place in it")]
    [DataRow("OTEL_EXPORTER_OTLP_ENDPOINT=http://c?key=hunter2", "it should have no '?'")]
    public void Of_AWrongVariable_NamesIt_AndKeepsItsValueToItself(string variable, string says)
    {
        TidyException wrong = Assert.ThrowsExactly<TidyException>(() => Of(new OtlpSettings(), variable));
        Assert.AreEqual((Codes.TelemetryMisconfigured, ExitCode.Usage), (wrong.Code, wrong.Exit));
        StringAssert.Contains(wrong.Message, says);
        Assert.IsFalse(wrong.Message.Contains("hunter2", StringComparison.Ordinal), wrong.Message);
    }

    [TestMethod]
    [DataRow("OTEL_SDK_DISABLED=TRUE", true)]
    [DataRow("OTEL_METRICS_EXPORTER=none", true)]
    [DataRow("OTEL_SDK_DISABLED=1", false)]
    [DataRow("OTEL_METRICS_EXPORTER=otlp", false)]
    public void IsSwitchedOff_ByTheStandardVariables(string variable, bool isOff)
    {
        string[] halves = variable.Split('=');
        Assert.AreEqual(isOff, OtlpTarget.IsSwitchedOff(name => name == halves[0] ? halves[1] : null));
    }

    [TestMethod]
    public void Resource_OfThePersonsVariables_HasThemInPlace()
    {
        Dictionary<string, string> environment = new() { ["OTEL_RESOURCE_ATTRIBUTES"] = "host.name=ci,team=b%2Cc,service.name=x", ["OTEL_SERVICE_NAME"] = "shop-tidy" };
        TelemetryResource resource = TelemetryResource.Of("1.2.3", "build-7", environment.GetValueOrDefault);
        CollectionAssert.AreEqual(
            new[] { "service.name=shop-tidy", "service.version=1.2.3", "service.instance.id=build-7", "host.name=ci", "team=b,c" },
            resource.Attributes.Select(a => $"{a.Key}={a.Value}").ToArray());
    }
}
