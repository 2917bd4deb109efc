namespace Tidy.Core.Telemetry;

/// <summary>A collector answered that it does not take a message.</summary>
/// <param name="answer">What it said.</param>
/// <param name="isLasting">The same message would be refused again.</param>
internal sealed class OtlpRefusal(string answer, bool isLasting) : Exception(answer)
{
    public bool IsLasting => isLasting;
}
