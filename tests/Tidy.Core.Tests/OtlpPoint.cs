namespace Tidy.Core.Tests;

/// <summary>One value in a message to a collector.</summary>
/// <param name="Start">Nanoseconds since 1970; 0 when it is not there.</param>
/// <param name="Temporality">1 delta, 2 cumulative; 0 for a gauge.</param>
internal sealed record OtlpPoint(string Metric, string Unit, ulong Start, ulong At, int Temporality, bool IsMonotonic)
{
    public double Value { get; init; }

    /// <summary><c>status=pending</c>, in the order of the message.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    public static IEnumerable<OtlpPoint> Of(ProtobufFields metric)
    {
        bool isSum = metric.Has(7);
        foreach (ProtobufFields data in metric.Messages(isSum ? 7 : 5))
        {
            foreach (ProtobufFields point in data.Messages(1))
            {
                yield return new OtlpPoint(metric.Text(1), metric.Text(3), point.Number(2), point.Number(3), isSum ? (int)data.Number(2) : 0, isSum && data.Number(3) == 1)
                {
                    Value = point.Has(6) ? (long)point.Number(6) : BitConverter.UInt64BitsToDouble(point.Number(4)),
                    Attributes = [.. OtlpRequest.Attributes(point, 7)],
                };
            }
        }
    }
}
