namespace Tidy.Core.Scheduling;

/// <summary>What came through a pipe so far. It may never end: a service that the program started can have inherited it.</summary>
internal sealed class PipeReading
{
    private readonly List<byte> read = [];

    private PipeReading(Stream pipe) => Ended = ReadAsync(pipe);

    /// <summary>The pipe's end, or its failure, which says no more.</summary>
    public Task Ended { get; }

    public static PipeReading Of(Stream pipe) => new(pipe);

    public byte[] ToArray()
    {
        lock (read)
            return [.. read];
    }

    private async Task ReadAsync(Stream pipe)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (await pipe.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var count)
            {
                lock (read)
                    read.AddRange(buffer.AsSpan(0, count));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The program was ended.
        }
    }
}
