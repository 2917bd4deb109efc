using System.Text;
using System.Text.Json;

namespace Tidy.FileHolder;

/// <summary>
/// Reads a JSON file over and over, in the way that hinders a writer most on Windows (without FileShare.Delete), and counts what
/// it saw: at disposal it says <c>reads N torn M refused K</c>.
/// </summary>
internal sealed class LoopingReader : IDisposable
{
    private readonly string path;
    private readonly Thread thread;
    private volatile bool isOver;
    private int reads, torn, refused;

    private LoopingReader(string path)
    {
        this.path = path;
        thread = new Thread(Loop);
    }

    public static LoopingReader Start(string path)
    {
        var reader = new LoopingReader(path);
        reader.thread.Start();
        return reader;
    }

    public void Dispose()
    {
        isOver = true;
        thread.Join();
        Console.WriteLine($"reads {reads} torn {torn} refused {refused}");
    }

    private void Loop()
    {
        while (!isOver)
        {
            ReadOnce();
        }
    }

    private void ReadOnce()
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(stream, Encoding.UTF8);
            using JsonDocument document = JsonDocument.Parse(text.ReadToEnd());
            reads++;
        }
        catch (JsonException)
        {
            torn++;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            refused++;
        }
    }
}
