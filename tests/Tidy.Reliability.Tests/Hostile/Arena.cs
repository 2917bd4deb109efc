using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Tests;
using Tidy.Core.Workspaces;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>A workspace with links that lead out of it, and what lies outside: whatever happens inside, nothing may happen there.</summary>
internal sealed class Arena : IDisposable
{
    private readonly Scratch scratch = new();
    private readonly IReadOnlyList<string> outsideBefore;

    public Arena(string config)
    {
        Directory.CreateDirectory(scratch.At("inside"));
        Root = WorkspaceRoot.At(scratch.At("inside"));
        Config = ConfigReader.Parse(config, "tidy.json");
        foreach (string name in (string[])["kept.txt", ".tidy-1.part", "a.log", "sub/kept.txt", "tidy_pending_moves.json"])
            WriteFull(scratch.At($"outside/{name}"), $"outside {name}");
        outsideBefore = TreeSnapshot.Of(scratch.At("outside"));
        Directory.CreateSymbolicLink(At("link"), scratch.At("outside"));
        Directory.CreateDirectory(At("archive"));
        Directory.CreateSymbolicLink(At("archive/link"), "../../outside");
    }

    public WorkspaceRoot Root { get; }

    public TidyConfig Config { get; }

    public ManualClock Clock { get; } = ManualClock.AtFixtures;

    public string Outside => scratch.At("outside");

    public string At(string relative) => Path.Combine(Root.FullPath, relative);

    public void Write(string relative, string content) => WriteFull(At(relative), content);

    public void Write(string relative, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllBytes(At(relative), content);
    }

    /// <returns>Null when the run refused to go on, which is what an exception of ours means.</returns>
    public RunResult? Run(RunCommand command, Func<RunRequest, RunRequest>? change = null)
    {
        RunRequest request = new() { Command = command, Root = Root, Config = Config };
        Clock.Advance(TimeSpan.FromSeconds(1));
        try
        {
            return new TidyRun(change?.Invoke(request) ?? request, RunServices.ForThisMachine() with { Clock = Clock }).Execute();
        }
        catch (TidyException)
        {
            return null;
        }
    }

    /// <summary>What the payload files hold, wherever in the workspace they are; a link is its target.</summary>
    public string[] Contents()
    {
        EnumerationOptions all = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return [.. Directory.EnumerateFiles(Root.FullPath, "*", all).Where(IsPayload).Select(File.ReadAllText).Order(StringComparer.Ordinal)];
    }

    public void AssertNothingHappenedOutside(string when) =>
        Assert.AreEqual(string.Join('\n', outsideBefore), string.Join('\n', TreeSnapshot.Of(Outside)), $"outside the workspace, {when}");

    public void Dispose() => scratch.Dispose();

    private bool IsPayload(string path) => !path.StartsWith(At(".autonomous_runs"), StringComparison.Ordinal)
        && Path.GetFileName(path) is not (".gitignore" or "ARCHIVE_INDEX.json" or "ARCHIVE_INDEX.md");

    private static void WriteFull(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
