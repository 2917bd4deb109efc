namespace Tidy.Core.Telemetry;

/// <summary>How a message is wrapped for one protocol, and how its answer is read.</summary>
internal interface IOtlpCall
{
    HttpRequestMessage Request(Uri address, byte[] message);

    /// <param name="body">Of the answer, read whole.</param>
    /// <returns>The <c>ExportMetricsServiceResponse</c>, which may be empty.</returns>
    /// <exception cref="OtlpRefusal">The collector did not take it.</exception>
    ReadOnlyMemory<byte> Answer(HttpResponseMessage response, byte[] body);
}
