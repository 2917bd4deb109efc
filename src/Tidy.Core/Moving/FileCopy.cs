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
        using Stream content = PackedFile.Unpacking(source, form.Source);
        byte[] hash = form.Destination == Packing.None ? Pump(content, target) : Pack(content, target);
        target.Flush(flushToDisk: true);
        return hash;
    }

    private static byte[] Pack(Stream content, FileStream target)
    {
        byte[] hash;
        using (Stream packing = PackedFile.PackingInto(target)) // it writes its end when it is disposed
            hash = Pump(content, packing);
        if (target.Length == 0)
            target.Write(PackedFile.OfNothing);
        return hash;
    }

    private static byte[] Pump(Stream content, Stream target)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[BufferSize];
        while (content.Read(buffer) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        return hash.GetHashAndReset();
    }
}
