using Microsoft.AspNetCore.Http;

namespace Tidy.Core.Tests;

/// <summary>One message that a collector got, read by the numbers of opentelemetry-proto.</summary>
/// <param name="Headers">Of HTTP, <c>name: value</c>.</param>
/// <param name="Bytes">Of the message, without the frame of gRPC.</param>
internal sealed record OtlpRequest(string Path, string ContentType, IHeaderDictionary Headers, byte[] Bytes)
{
    private ProtobufFields Metrics => new ProtobufFields(Bytes).Messages(1).Single();

    /// <summary><c>service.name=tidy</c>.</summary>
    public IReadOnlyList<string> Resource => [.. Attributes(Metrics.Messages(1).Single(), 1)];

    public IReadOnlyList<OtlpPoint> Points => [.. Metrics.Messages(2).SelectMany(scope => scope.Messages(2)).SelectMany(OtlpPoint.Of)];

    /// <summary>The one value of a metric that has all these attributes.</summary>
    public double Value(string metric, params string[] attributes) =>
        Points.Single(p => p.Metric == metric && attributes.All(p.Attributes.Contains)).Value;

    public static IEnumerable<string> Attributes(ProtobufFields owner, int field) =>
        owner.Messages(field).Select(a => $"{a.Text(1)}={a.Messages(2).Single().Text(1)}");
}
