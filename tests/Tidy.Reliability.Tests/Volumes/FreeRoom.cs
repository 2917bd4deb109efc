namespace Tidy.Reliability.Tests.Volumes;

/// <summary>How much room a volume has left, taken by files of the test until this is disposed.</summary>
internal sealed class FreeRoom : IDisposable
{
    private const int Page = 4096;

    private readonly DirectoryInfo taken;
    private int files;

    private FreeRoom(string volume) => taken = Directory.CreateDirectory(Path.Combine(volume, "taken"));

    /// <summary>So many pages of 4 KiB are left for everybody else.</summary>
    public static FreeRoom OfPages(string volume, int pages)
    {
        FreeRoom room = new(volume);
        List<string> given = [.. Enumerable.Range(0, pages).Select(_ => room.Take(Page))];
        for (int size = Page * 256; size >= Page; size /= 4)
            room.TakeAll(size);
        given.ForEach(File.Delete);
        return room;
    }

    /// <summary>So many files or folders can be made.</summary>
    public static FreeRoom OfFiles(string volume, int files)
    {
        FreeRoom room = new(volume);
        List<string> given = [.. Enumerable.Range(0, files).Select(_ => room.Take(0))];
        room.TakeAll(0);
        given.ForEach(File.Delete);
        return room;
    }

    public void Dispose() => taken.Delete(recursive: true);

    private void TakeAll(int size)
    {
        try
        {
            while (true)
                Take(size);
        }
        catch (IOException)
        {
            // that was all
        }
    }

    private string Take(int size)
    {
        string path = Path.Combine(taken.FullName, $"{files++}");
        new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, PreallocationSize = size }).Dispose();
        return path;
    }
}
