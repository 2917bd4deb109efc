namespace Tidy.Core.Planning;

/// <summary>Bytes that do not depend on what the run does.</summary>
public sealed class FixedContent(byte[] bytes) : IFileContent
{
    public byte[] Make(IReadOnlyList<CarriedOut> carriedOut) => bytes;
}
