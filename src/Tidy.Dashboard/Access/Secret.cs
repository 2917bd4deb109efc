using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Tidy.Dashboard.Access;

/// <summary>256 random bits, as text for URLs, cookies and headers. It has no way to print itself by accident.</summary>
internal sealed class Secret
{
    private const int Bytes = 32;

    public string Reveal { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Takes the same time whatever is wrong.</summary>
    public bool Is(string? other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Reveal), Encoding.UTF8.GetBytes(other ?? ""));

    public override string ToString() => "(secret)";
}
