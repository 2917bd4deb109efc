using System.ComponentModel;
using System.Diagnostics;

namespace Tidy.Tool.Dashboard;

/// <summary>
/// A page that goes on to the dashboard, in a folder that only this person can read. A browser is started with its name: with the link itself, all users of
/// the machine could read the token in the list of processes.
/// </summary>
internal sealed class LinkFile : IDisposable
{
    private readonly DirectoryInfo folder;

    private LinkFile(DirectoryInfo folder) => this.folder = folder;

    /// <returns>Null when there is no place for it; then a person opens the link.</returns>
    public static LinkFile? Make()
    {
        try
        {
            return new LinkFile(Directory.CreateTempSubdirectory("tidy-dashboard-"));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Best effort: where no browser starts, the link is on the terminal.</summary>
    public void Open(string link)
    {
        string page = Path.Combine(folder.FullName, "open.html");
        try
        {
            File.WriteAllText(page, $"<!doctype html><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><meta http-equiv=\"refresh\" content=\"0; url={link}\"><title>Tidy dashboard</title>");
            Process.Start(new ProcessStartInfo(page) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            // no browser, or no way to start one
        }
    }

    public void Dispose()
    {
        try
        {
#pragma warning disable RS0030 // A folder that this very object made in the temporary folder; nothing of the person's is in it.
            folder.Delete(recursive: true);
#pragma warning restore RS0030
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the system clears its folder of temporary files
        }
    }
}
