using System.Buffers;
using System.Security.Cryptography;

namespace Tidy.Core.Workspaces;

/// <summary>SHA-256 of whole files: sizes and times never stand for content.</summary>
internal static class ContentHash
{
    private const int BufferSize = 1 << 17;

    /// <summary>So much of a file tells most different files of one size apart.</summary>
    public const int HeadLength = 1 << 14;

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static byte[] Of(string path) => Of(path, long.MaxValue);

    /// <summary>Of the first <see cref="HeadLength"/> bytes, or of all where there are not more: others mean another content, the same mean nothing.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static byte[] OfHead(string path) => Of(path, HeadLength);

    /// <summary>Both can be read and hold the same bytes; a file that cannot be read equals nothing.</summary>
    public static bool AreEqual(string one, string other)
    {
        try
        {
            return Of(one).AsSpan().SequenceEqual(Of(other));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static byte[] Of(string path, long limit)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (limit > 0 && stream.Read(buffer, 0, (int)Math.Min(buffer.Length, limit)) is > 0 and var read)
            {
                hash.AppendData(buffer, 0, read);
                limit -= read;
            }

            return hash.GetHashAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
