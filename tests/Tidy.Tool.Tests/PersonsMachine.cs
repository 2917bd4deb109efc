using System.Diagnostics;
using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>A person's home with schedulers that are played, and the real tool in processes of its own.</summary>
internal sealed class PersonsMachine : IDisposable
{
    private readonly TemporaryWorkspace home = new();

    public PersonsMachine() => StandInSchedulers.WriteTo(home.At("bin"));

    public bool HasSystemd { get; init; } = true;

    public string DataFolder => home.At(".local/share/tidy-build");

    public string At(string relative) => home.At(relative);

    public string Write(string relative, string content = "content") => home.Write(relative, content);

    /// <summary>A workspace with a stray log that is old enough for an automatic run, and one that is not.</summary>
    public string Workspace(string name)
    {
        home.Write($"{name}/tidy.json", LiveWorkspace.LogsToArchive);
        File.SetLastWriteTimeUtc(home.Write($"{name}/old.log"), DateTime.UtcNow.AddDays(-3));
        home.Write($"{name}/young.log");
        return home.At(name);
    }

    public ToolAnswer Tidy(string folder, params string[] args)
    {
        using ToolProcess tool = ToolProcess.Start(StartInfo(folder, args));
        return tool.End();
    }

    public ProcessStartInfo StartInfo(string folder, params string[] args)
    {
        ProcessStartInfo start = ToolProcess.StartInfo(folder, args);
        start.Environment["PATH"] = $"{home.At("bin")}:{start.Environment["PATH"]}";
        start.Environment["HOME"] = home.FullPath;
        foreach (string name in new[] { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TIDY_SETTINGS" })
            start.Environment.Remove(name);
        start.Environment[StandInSchedulers.NoSystemd] = HasSystemd ? "" : "1";
        return start;
    }

    /// <summary>Names, bytes and times of all that is there.</summary>
    public List<string> Everything() => [.. TreeSnapshot.Of(home.FullPath)];

    public void Dispose() => home.Dispose();
}
