using Tidy.Core.Settings;
using Tidy.Core.Telemetry;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class TelemetrySettingsTests
{
    private static TelemetrySettings Parse(string telemetry) => UserSettings.Parse($$"""{ "telemetry": {{telemetry}} }""", "settings.json").Telemetry;

    [TestMethod]
    public void NothingSaid_SendsNothing()
    {
        Assert.IsNull(UserSettings.Parse("{}", "settings.json").Telemetry.Otlp);
        Assert.IsNull(Parse("{}").Otlp);
        Assert.IsNull(Parse("""{ "otlp": false }""").Otlp);
        Assert.IsNull(Parse("""{ "otlp": null }""").Otlp);
    }

    [TestMethod]
    public void True_IsTheCollectorOfTheEnvironment() => Assert.AreEqual(new OtlpSettings(), Parse("""{ "otlp": true }""").Otlp);

    [TestMethod]
    public void AnObject_SaysWhichAndHow()
    {
        OtlpSettings said = new() { Endpoint = new Uri("https://otel.example.com:4317"), Protocol = OtlpProtocol.Grpc };
        Assert.AreEqual(said, Parse("""{ "otlp": { "endpoint": "https://otel.example.com:4317", "protocol": "grpc" } }""").Otlp);
    }

    [TestMethod]
    public void Workspaces_HaveTheirNames() =>
        Assert.AreEqual("shop", Parse($$"""{ "workspaces": [ { "path": "{{Full()}}", "name": "shop" } ] }""").Workspaces.Single().Name);

    [TestMethod]
    public void WhatTheGuideShows_IsRead()
    {
        TelemetrySettings shown = UserSettings.Parse(Guides.Blocks(Guides.Read("metrics.md"), "json").Single(), "settings.json").Telemetry;
        Assert.AreEqual(("http://localhost:4318/", "shop"), (shown.Otlp!.Endpoint!.AbsoluteUri, shown.Workspaces.Single().Name));
    }

    [TestMethod]
    [DataRow("""{ "otlp": 1 }""", "'telemetry.otlp' should be true, or an object with 'endpoint' and 'protocol'.")]
    [DataRow("""{ "otlp": { "endpoint": "localhost:4318" } }""", "'telemetry.otlp.endpoint' is no endpoint: it should be an absolute address with http or https")]
    [DataRow("""{ "otlp": { "endpoint": "http://a:b@c" } }""", "a password has no place in it; put it into the environment variable OTEL_EXPORTER_OTLP_HEADERS")]
    [DataRow("""{ "otlp": { "protocol": "http/json" } }""", "Valid values are http/protobuf, grpc")]
    [DataRow("""{ "otlp": { "headers": "x" } }""", "unknown key 'headers'")]
    [DataRow("""{ "workspaces": [ { "path": "shop", "name": "shop" } ] }""", "it must be an absolute path")]
    [DataRow("""{ "workspaces": [ { "name": "shop" } ] }""", "needs a 'path'")]
    public void WhatCannotBe_IsRefusedWithItsPlace(string telemetry, string says)
    {
        TidyException wrong = Assert.ThrowsExactly<TidyException>(() => Parse(telemetry));
        Assert.AreEqual(Codes.BadConfig, wrong.Code);
        StringAssert.Contains(wrong.Message, says);
        StringAssert.StartsWith(wrong.Message, "settings.json(1,");
    }

    [TestMethod]
    [DataRow("shop/prod")]
    [DataRow("")]
    [DataRow("a\\\"b")]
    [DataRow("C:")]
    public void ANameThatIsNone_IsRefused(string name)
    {
        TidyException wrong = Assert.ThrowsExactly<TidyException>(() => Parse($$"""{ "workspaces": [ { "path": "{{Full()}}", "name": "{{name}}" } ] }"""));
        StringAssert.Contains(wrong.Message, "Valid are 1 to 64 letters, digits");
    }

    private static string Full() => Path.GetFullPath("shop").Replace('\\', '/');
}
