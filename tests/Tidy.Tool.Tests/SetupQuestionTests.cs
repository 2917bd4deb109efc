using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Tests;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Tests;

/// <summary>What <c>init</c> asks of a person at a terminal, and what comes of the answer.</summary>
[TestClass]
public sealed class SetupQuestionTests
{
    private const string Consent = ".autonomous_runs/tidy/build-consent";

    [TestMethod]
    [DataRow("y\n")]
    [DataRow(" Yes \n")]
    [DataRow("dotnte\nyes\n")]
    public void Yes_WritesWhatWasShown(string typed)
    {
        using TemporaryWorkspace bare = new();
        (ExitCode exit, string talk) = Init(bare, typed);
        Assert.AreEqual(ExitCode.Done, exit, talk);
        StringAssert.Contains(talk, "      \"extends\": [\"dotnet\", \"agents\"],\n");
        Assert.IsTrue(File.Exists(bare.At("tidy.json")) && File.Exists(bare.At(".config/tidy.schema.json")) && File.Exists(bare.At(Consent)));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\n")]
    [DataRow("n\n")]
    [DataRow("no\ny\n")]
    [DataRow("what?\n")]
    public void AnythingElse_WritesNothing(string typed)
    {
        using TemporaryWorkspace bare = new();
        (ExitCode exit, string talk) = Init(bare, typed);
        Assert.AreEqual(ExitCode.Cancelled, exit, talk);
        StringAssert.EndsWith(talk, "Nothing was written.\n");
        Assert.IsEmpty(Directory.GetFileSystemEntries(bare.FullPath));
    }

    [TestMethod]
    public void NamesOfPresets_ChangeTheProposal_AndAreAskedAboutAgain()
    {
        using TemporaryWorkspace bare = new();
        (ExitCode exit, string talk) = Init(bare, "dotnte agents\nagents\ny\n");
        Assert.AreEqual(ExitCode.Done, exit, talk);
        StringAssert.Contains(talk, $"These are the presets: {string.Join(", ", Preset.Names)}");
        StringAssert.Contains(File.ReadAllText(bare.At("tidy.json")), "\"extends\": [\"agents\"]");
    }

    [TestMethod]
    public void CtrlC_EndsTheQuestion_AndWritesNothing()
    {
        using TemporaryWorkspace bare = new();
        using CancellationTokenSource signals = new();
        using BlockedReader person = new(signals);
        (ExitCode exit, string talk) = Init(bare, person, signals.Token);
        Assert.AreEqual(ExitCode.Cancelled, exit, talk);
        Assert.IsEmpty(Directory.GetFileSystemEntries(bare.FullPath));
    }

    [TestMethod]
    [DataRow("y\n", true)]
    [DataRow("n\n", false)]
    public void WithATidyJson_OnlyBuildsAreAskedAbout(string typed, bool given)
    {
        using TemporaryWorkspace clone = new();
        clone.Write("tidy.json", "{}");
        (ExitCode exit, string talk) = Init(clone, typed);
        Assert.AreEqual(ExitCode.Done, exit, talk);
        StringAssert.StartsWith(talk, "May builds with Tidy.Build move files in this clone? [y/N] ");
        Assert.AreEqual(given, File.Exists(clone.At(Consent)));
        Assert.AreEqual("{}", File.ReadAllText(clone.At("tidy.json")));
    }

    private static (ExitCode Exit, string Talk) Init(TemporaryWorkspace workspace, string typed) => Init(workspace, new StringReader(typed), CancellationToken.None);

    private static (ExitCode Exit, string Talk) Init(TemporaryWorkspace workspace, TextReader person, CancellationToken cancellation)
    {
        using StringWriter output = new(), error = new();
        ToolConsole console = new(output, error) { Person = () => person };
        ExitCode exit = new TidyApp(new MachineEngine(), console, cancellation).Run(["init", "--workspace", workspace.FullPath]);
        return (exit, error.ToString());
    }

    /// <summary>A person who presses Ctrl+C instead of typing.</summary>
    private sealed class BlockedReader(CancellationTokenSource signals) : TextReader
    {
        private readonly ManualResetEventSlim never = new();

        public override string? ReadLine()
        {
            signals.Cancel();
            never.Wait();
            return "y";
        }

        protected override void Dispose(bool disposing)
        {
            never.Set();
            base.Dispose(disposing);
        }
    }
}
