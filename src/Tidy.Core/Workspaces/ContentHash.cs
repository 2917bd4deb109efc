using System.Security.Cryptography;

namespace Tidy.Core.Workspaces;

/// <summary>SHA-256 of whole files: sizes and times never stand for content.</summary>
internal static class ContentHash
{
    /// <summary>So many bytes tell most different files of one size apart.</summary>
    public const int HeadLength = 1 << 14;

    private const int BufferSize = 1 << 17;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[] Of(string path)
    {
        using FileStream stream = Open(path);
        return Of(stream);
    }

    /// <summary>Of what is left of <paramref name="stream"/>.</summary>
    public static byte[] Of(Stream stream)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[BufferSize];
        while (stream.Read(buffer) is > 0 and var read)
            hash.AppendData(buffer, 0, read);
        return hash.GetHashAndReset();
    }

    /// <summary>As the journal has it: lower-case hex.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string TextOf(string path) => Convert.ToHexStringLower(Of(path));

    /// <summary>Whoever has it open may go on.</summary>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);

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

    /// <summary>Of the first <see cref="HeadLength"/> bytes, or of all where there are not more: others mean another content, the same mean nothing.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[] OfHead(string path)
    {
        using FileStream stream = Open(path);
        byte[] head = new byte[HeadLength];
        int length = stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        return SHA256.HashData(head.AsSpan(..length));
    }
}
