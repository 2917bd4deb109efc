using System.Text;
using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Setup;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class RepositorySetupTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [TestMethod]
    public void WhatIsWritten_IsAConfigurationWithThePresets_AndItsSchema()
    {
        using Workbench bench = new();
        Assert.IsTrue(SetUp(bench, ["agents"]));
        TidyConfig config = ConfigReader.Read(bench.At("tidy.json"));
        CollectionAssert.AreEqual(new[] { "agents" }, config.Presets.ToArray());
        CollectionAssert.AreEqual(ConfigSchema.Write("1.2.3"), File.ReadAllBytes(bench.At(SchemaFile.Name)));
        StringAssert.Contains(File.ReadAllText(bench.At("tidy.json")), $"\"$schema\": \"./{SchemaFile.Name}\"");
        Assert.IsEmpty(Leftovers(bench));
    }

    [TestMethod]
    public void AProposal_WritesNothing()
    {
        using Workbench bench = new();
        bench.Write("a.log");
        SetupProposal proposal = Setup(bench).Propose(presets: null);
        CollectionAssert.AreEqual(new[] { "tidy.json", SchemaFile.Name }, proposal.Files.ToArray());
        Assert.HasCount(1, Directory.GetFileSystemEntries(bench.Root.FullPath));
    }

    [TestMethod]
    public void WhatIsThere_IsNeverTouched()
    {
        using Workbench bench = new();
        bench.Write("tidy.json", "mine");
        bench.Write(SchemaFile.Name, "mine too");
        Assert.IsFalse(SetUp(bench, ["dotnet"]));
        Assert.AreEqual(("mine", "mine too"), (File.ReadAllText(bench.At("tidy.json")), File.ReadAllText(bench.At(SchemaFile.Name))));
    }

    [TestMethod]
    public void AFileThatAppearsMeanwhile_IsNotOverwritten()
    {
        using Workbench bench = new();
        bench.Files.OnRename = temp =>
        {
            if (temp.Contains("new-tidy.json", StringComparison.Ordinal))
                bench.Write("tidy.json", "appeared");
            return null;
        };
        Assert.IsFalse(SetUp(bench, ["dotnet"]));
        Assert.AreEqual("appeared", File.ReadAllText(bench.At("tidy.json")));
        Assert.IsEmpty(Leftovers(bench));
    }

    [TestMethod]
    public void AFolderOfThatName_IsRefused()
    {
        using Workbench bench = new();
        Directory.CreateDirectory(bench.At("tidy.json"));
        TidyException e = Assert.ThrowsExactly<TidyException>(() => Setup(bench).Propose(["dotnet"]));
        StringAssert.Contains(e.Message, "a folder, or something that is no file, has that name");
    }

    [TestMethod]
    public void ARefusalOfTheSystem_LeavesNothingHalf()
    {
        using Workbench bench = new();
        bench.Files.OnRename = _ => new OsCode(30);
        TidyException e = Assert.ThrowsExactly<TidyException>(() => SetUp(bench, ["dotnet"]));
        Assert.AreEqual((Codes.BadConfig, ExitCode.Usage), (e.Code, e.Exit));
        StringAssert.EndsWith(e.Message, "(30)");
        Assert.IsFalse(bench.Exists("tidy.json") || bench.Exists(SchemaFile.Name));
        Assert.IsEmpty(Leftovers(bench));
    }

    [TestMethod]
    public void AnUnknownPreset_IsRefused()
    {
        using Workbench bench = new();
        StringAssert.Contains(Assert.ThrowsExactly<TidyException>(() => Setup(bench).Propose(["dotnte"])).Message, "did you mean 'dotnet'?");
    }

    [TestMethod]
    [DataRow("new-tidy.json.99.tmp")]
    [DataRow("tidy.schema.json.99-1.tmp")]
    public void WhatAKilledInitLeft_GoesWithTheNextRun(string name)
    {
        using Workbench bench = new();
        bench.Apply();
        bench.Write($".autonomous_runs/tidy/{name}");
        bench.Apply();
        Assert.IsEmpty(Leftovers(bench));
    }

    [TestMethod]
    [DataRow("1.2.2", true)]
    [DataRow("1.2.3-beta", true)]
    [DataRow("0.9.10", true)]
    [DataRow("1.2.4", false)]
    [DataRow("1.10.0", false)]
    public void TheSchemaOfAnOlderTidy_IsRenewed_AndThatOfANewerStays(string version, bool isRenewed)
    {
        using Workbench bench = new();
        Assert.IsTrue(SetUp(bench, ["dotnet"]));
        byte[] other = ConfigSchema.Write(version);
        File.WriteAllBytes(bench.At(SchemaFile.Name), other);
        SetupProposal proposal = Setup(bench).Propose(presets: null);
        Setup(bench).Write(proposal, Patience);
        Assert.AreEqual(isRenewed, proposal.Schema == SchemaState.Outdated);
        CollectionAssert.AreEqual(isRenewed ? ConfigSchema.Write("1.2.3") : other, File.ReadAllBytes(bench.At(SchemaFile.Name)));
        Assert.IsEmpty(Setup(bench).Propose(presets: null).Files);
    }

    [TestMethod]
    public void LineEndsOfACheckout_AreNoChange()
    {
        using Workbench bench = new();
        bench.Write(SchemaFile.Name, Encoding.UTF8.GetString(ConfigSchema.Write("1.2.3")).ReplaceLineEndings("\r\n"));
        Assert.AreEqual(SchemaState.Current, Setup(bench).Propose(presets: null).Schema);
    }

    [TestMethod]
    [DataRow("{ \"title\": \"mine\", \"x-tidy-version\": \"0.0.1\" }")]
    [DataRow("[]")]
    [DataRow("{ \"title\": 7 }")]
    [DataRow("")]
    public void AnybodyElsesSchema_Stays_AndIsNotNamed(string theirs)
    {
        using Workbench bench = new();
        bench.Write(SchemaFile.Name, theirs);
        Assert.IsTrue(SetUp(bench, ["dotnet"]));
        Assert.AreEqual(theirs, File.ReadAllText(bench.At(SchemaFile.Name)));
        Assert.DoesNotContain("$schema", File.ReadAllText(bench.At("tidy.json")));
    }

    [TestMethod]
    public void ALinkOutOfTheWorkspace_IsNotWrittenThrough()
    {
        using Workbench bench = new();
        using TemporaryWorkspace outside = new();
        Directory.CreateSymbolicLink(bench.At(".config"), outside.FullPath);
        Assert.IsTrue(SetUp(bench, ["dotnet"]));
        Assert.IsEmpty(Directory.GetFileSystemEntries(outside.FullPath));
    }

    [TestMethod]
    public void ThePreview_NeedNotAskGitAgain()
    {
        using Workbench bench = new();
        bench.Write("known.log");
        GitRepository.InitAndAdd(bench.Root.FullPath, "known.log");
        SetupProposal proposal = Setup(bench).Propose(["dotnet"]);
        RunRequest preview = new() { Command = RunCommand.Plan, Root = bench.Root, Config = ConfigReader.FromPresets(["dotnet"]), Tracked = proposal.Tracked };
        RunResult result = new TidyRun(preview, bench.Services with { Git = "no-such-program" }).Execute();
        Assert.AreEqual("tracked by git", result.Entries.Single().Message);
        Assert.IsEmpty(result.Findings);
    }

    private static RepositorySetup Setup(Workbench bench) => new(bench.Root, bench.Services, "1.2.3");

    private static bool SetUp(Workbench bench, IReadOnlyList<string>? presets) => Setup(bench).Write(Setup(bench).Propose(presets), Patience);

    private static string[] Leftovers(Workbench bench) => Directory.GetFiles(bench.Root.FullPath, "*.tmp", SearchOption.AllDirectories);
}
