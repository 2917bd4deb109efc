using System.Security.Cryptography;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Moving;

/// <summary>Copies the content of a file into a new one, flushed to the disk; packed or unpacked on the way.</summary>
internal static class FileCopy
{
    private const int BufferSize = 1 << 17;

    /// <returns>SHA-256 of the content that was read.</returns>
    /// <exception cref="IOException">It cannot be read or written, or <paramref name="to"/> exists.</exception>
    /// <exception cref="InvalidDataException">What is to be unpacked is damaged.</exception>
    public static byte[] Write(string from, string to, CopyForm form)
    {
        // FileShare.Read: a writer that locks makes the open fail instead of giving us half a file.
        using FileStream source = new(from, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        using FileStream target = new(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1);
        byte[] hash;
        using (Stream content = new PackedFile(from, form.Source).Read(source))
        using (Stream packed = new PackedFile(to, form.Destination).Write(target))
            hash = Pump(content, packed, target);
        return hash;
    }

    /// <summary>A packing stream writes its end when it is disposed, so that comes before the flush.</summary>
    private static byte[] Pump(Stream content, Stream packed, FileStream target)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[BufferSize];
        while (content.Read(buffer) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            packed.Write(buffer, 0, read);
        }

        if (!ReferenceEquals(packed, target))
            packed.Dispose();
        target.Flush(flushToDisk: true);
        return hash.GetHashAndReset();
    }
}
