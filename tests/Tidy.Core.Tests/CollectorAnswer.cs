namespace Tidy.Core.Tests;

/// <summary>What a played collector says to a message.</summary>
/// <param name="Body">Of HTTP as it is; of gRPC the message in the frame.</param>
internal sealed record CollectorAnswer(int Status = 200, byte[]? Body = null)
{
    public string Type { get; init; } = "application/x-protobuf";

    public string GrpcStatus { get; init; } = "0";

    public string? RetryAfter { get; init; }

    /// <summary>It takes the message and says nothing until the caller goes.</summary>
    public bool IsMute { get; init; }
}
