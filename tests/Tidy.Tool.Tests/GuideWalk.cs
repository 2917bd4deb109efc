using Tidy.Core.Tests;

namespace Tidy.Tool.Tests;

/// <summary>A reader who follows one guide from its beginning to its end, on one machine at a time.</summary>
internal sealed class GuideWalk : IDisposable
{
    private readonly List<(GuideBlock Block, string Text)> updates = [];
    private GuideScene? scene;
    private ToolAnswer? last;

    private static bool IsUpdating => Environment.GetEnvironmentVariable("TIDY_UPDATE_GOLDEN") is { Length: > 0 };

    /// <summary>Without what is run elsewhere. The whole script must end as the guide says.</summary>
    public void Run(GuideBlock block, string script)
    {
        Enter(block);
        string rest = string.Join('\n', script.Split('\n').Where(line => GuideElsewhere.Of(line) is null));
        last = scene!.Bash(rest);
        Assert.AreEqual(block.Exit, last.Exit, $"{block}: {script}\n{last}");
    }

    /// <summary>Types what a session shows, and compares.</summary>
    public void Type(GuideBlock block)
    {
        Enter(block);
        string anew = "";
        foreach ((string command, string shown) in block.Session())
        {
            last = scene!.Bash($"{command} 2>&1");
            Assert.IsTrue(last.Exit is 0 or 1 or 3, $"{block}: {command}\n{last}");
            anew += $"{(anew.Length == 0 ? "" : "\n")}$ {command}\n{ShownOrAnew(block, shown)}";
        }

        Update(block, anew);
    }

    /// <summary>Compares what the block before printed.</summary>
    public void Compare(GuideBlock block)
    {
        Assert.IsNotNull(last, $"{block}: nothing was run before");
        Update(block, ShownOrAnew(block, block.Text));
    }

    /// <summary>Writes the outputs that were not as shown into the guide.</summary>
    public void SaveUpdates(string guide)
    {
        string path = Path.Combine(RepositoryTests.Root(), Guides.PathOf(guide));
        string page = Guides.Read(guide);
        foreach ((GuideBlock block, string text) in updates)
            page = page.Replace($"```text\n{block.Text}```", $"```text\n{text}```", StringComparison.Ordinal);
        if (updates.Count > 0)
            File.WriteAllText(path, page);
    }

    public void Dispose() => scene?.Dispose();

    private void Enter(GuideBlock block)
    {
        if (scene is not null && block.Workspace is null)
            return;
        scene?.Dispose();
        scene = new GuideScene(block.Workspace ?? "messy");
    }

    private string ShownOrAnew(GuideBlock block, string shown)
    {
        string printed = scene!.Plain(last!.Out);
        if (ShownOutput.IsOf(shown, printed))
            return shown;
        Assert.IsTrue(IsUpdating, $"{block} shows\n{shown}\nand it is\n{printed}");
        return ShownOutput.Anew(shown, printed);
    }

    private void Update(GuideBlock block, string text)
    {
        if (text != block.Text)
            updates.Add((block, text));
    }
}
