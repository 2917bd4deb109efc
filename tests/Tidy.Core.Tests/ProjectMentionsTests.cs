using System.Diagnostics;
using Tidy.Core.Rules;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ProjectMentionsTests
{
    [TestMethod]
    [DataRow("app.csproj", """<Project><ItemGroup><None Include="data\seed.db" /></ItemGroup></Project>""", "seed.db")]
    [DataRow("app.csproj", """<Content Include="$(MSBuildThisFileDirectory)notes.txt;more.txt" />""", "NOTES.TXT")]
    [DataRow("app.csproj", """<Content Include="$(MSBuildThisFileDirectory)notes.txt;more.txt" />""", "more.txt")]
    [DataRow("app.fsproj", """<None Update='my notes.txt' />""", "my notes.txt")]
    [DataRow("app.csproj", """<Exec Command="python fix_version.py --in=a.json" />""", "fix_version.py")]
    [DataRow("app.csproj", """<Content Include="*.json" />""", "response.json")]
    [DataRow("Directory.Build.props", "<AssemblyOriginatorKeyFile>../../key.pfx</AssemblyOriginatorKeyFile>", "key.pfx")]
    [DataRow("all.sln", "\t\tbuild.log = build.log\r\n", "build.log")]
    [DataRow("all.slnx", """<File Path="PLAN.md" />""", "PLAN.md")]
    [DataRow("shared.targets", "<Import Project='scratch.tmp' />", "scratch.tmp")]
    [DataRow("nuget.config", """<add key="local" value="./feed.zip" />""", "feed.zip")]
    public void ANameThatAProjectFileMentions_IsFound(string file, string text, string name)
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write(file, text);
        Assert.IsTrue(new ProjectMentions(workspace.Root, RootListing.Read(workspace.Root), []).Mentions(name, out string? by));
        Assert.AreEqual(file, by);
    }

    [TestMethod]
    [DataRow("app.csproj", """<Compile Include="**" /><None Include="*" /><None Include="**\*.*" />""", "build.log")]
    [DataRow("app.csproj", """<None Include="rebuild.log" />""", "build.log")]
    [DataRow("readme.md", "see build.log", "build.log")]
    [DataRow("src/app.csproj", """<None Include="build.log" />""", "build.log")]
    public void ANameThatNoneMentions_IsNot(string file, string text, string name)
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write(file, text);
        Assert.IsFalse(new ProjectMentions(workspace.Root, RootListing.Read(workspace.Root), []).Mentions(name, out string? by));
        Assert.IsNull(by);
    }

    [TestMethod]
    [DataRow("""<Content Include="..\..\data.json" />""", "data.json")]
    [DataRow("""<Content Include="../../Data.JSON" />""", "data.json")]
    [DataRow("""<None Include="$(RepoRoot)x.log" CopyToOutputDirectory="Always" />""", "x.log")]
    [DataRow("""<None Include="$(RepoRoot)my notes.txt" />""", "my notes.txt")]
    [DataRow("""<None Include='plain.log;$(MSBuildThisFileDirectory)..\..\x.log' />""", "x.log")]
    [DataRow("""<None Include="..\..\*.json" />""", "response.json")]
    [DataRow("""<None Include="$(Root)dump-?.txt;$(Root)**" />""", "dump-1.txt")]
    [DataRow("""<None Include="..\..\fixtures\**\*.*" />""", "fixtures")]
    [DataRow("""<Content Include="$([System.IO.Path]::Combine('$(RepoRoot)', 'data.json'))" />""", "data.json")]
    [DataRow("""<Content Include="$([System.IO.Path]::Combine($(RepoRoot), data, data.json))" />""", "data")]
    [DataRow("""<Exec Command="python ..\..\fix_version.py --in=a.json" />""", "fix_version.py")]
    [DataRow("""<Exec Command="copy $(Root)a.log b.log" />""", "a.log")]
    [DataRow("<AssemblyOriginatorKeyFile>../../key.pfx</AssemblyOriginatorKeyFile>", "key.pfx")]
    public void ANameThatAProjectFurtherDownReaches_IsFound(string text, string name)
    {
        using var workspace = new TemporaryWorkspace();
        Assert.IsTrue(Nested(workspace, text).Mentions(name, out string? by));
        Assert.AreEqual("src/App/App.csproj", by);
    }

    [TestMethod]
    [DataRow("""<Content Include="data.json;sub\data.json;./data.json" />""", "data.json")]
    [DataRow("""<Content Include="data.json;..\other.json" />""", "data.json")]
    [DataRow("""<Exec Command="python ..\..\fix_version.py --in=data.json data.json" />""", "data.json")]
    [DataRow("""<Content Include="..\..\*.*;$(Root)**;..\*" />""", "data.json")]
    [DataRow("""<Content Include="..\$(Name).json" /><!-- data.json -->""", "data.json")]
    [DataRow("""<Content Include="$(RepoRoot)mydata.json" />""", "data.json")]
    [DataRow("""<Content Include="*.json" />""", "data.json")]
    [DataRow("""<Content Include="$(RepoRoot)x" />""", "RepoRoot")]
    public void ANameThatAProjectFurtherDownCannotMean_IsNot(string text, string name)
    {
        using var workspace = new TemporaryWorkspace();
        Assert.IsFalse(Nested(workspace, text).Mentions(name, out _));
    }

    [TestMethod]
    public void AProjectFileThatIsGone_OrIsAFolder_CostsOnlyItself()
    {
        using var workspace = new TemporaryWorkspace();
        Directory.CreateDirectory(workspace.At("libs/folder.proj"));
        workspace.Write("z/z.csproj", "<None Include='..\\a.log' />");
        var mentions = new ProjectMentions(workspace.Root, RootListing.Read(workspace.Root), ["gone/a.csproj", "libs/folder.proj", "z/z.csproj"]);
        Assert.IsTrue(mentions.Mentions("a.log", out string? by));
        Assert.AreEqual("z/z.csproj", by);
    }

    [TestMethod]
    public void TwoThousandProjectFiles_AreReadInAMoment()
    {
        using var workspace = new TemporaryWorkspace();
        string text = string.Concat(Enumerable.Range(0, 30).Select(i => $"""<ProjectReference Include="..\p{i}\P{i}.csproj" /><None Include="..\..\*.p{i}" />"""));
        string[] projects = [.. Enumerable.Range(0, 2000).Select(i => $"src/p{i}/P{i}.csproj")];
        foreach (string project in projects)
            workspace.Write(project, text);
        var mentions = new ProjectMentions(workspace.Root, RootListing.Read(workspace.Root), projects);

        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 1000; i++)
            Assert.IsFalse(mentions.Mentions($"stray{i}.log", out _));

        Assert.IsLessThan(5, Stopwatch.GetElapsedTime(start).TotalSeconds);
        Assert.IsTrue(mentions.Mentions("a.p29", out _));
    }

    [TestMethod]
    public void ProjectFiles_AreReadAtTheFirstQuestionAndOnlyOnce()
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write("app.csproj", "<None Include='early.log' />");
        var mentions = new ProjectMentions(workspace.Root, RootListing.Read(workspace.Root), []);
        workspace.Write("app.csproj", "<None Include='a.log' />");
        Assert.IsTrue(mentions.Mentions("a.log", out _));
        workspace.Write("app.csproj", "<None Include='b.log' />");
        Assert.IsFalse(mentions.Mentions("b.log", out _));
    }

    [TestMethod]
    public void ASolutionInUtf16_IsReadToo()
    {
        using var workspace = new TemporaryWorkspace();
        File.WriteAllText(workspace.At("all.sln"), "build.log = build.log", System.Text.Encoding.Unicode);
        Assert.IsTrue(new ProjectMentions(workspace.Root, RootListing.Read(workspace.Root), []).Mentions("build.log", out _));
    }

    private static ProjectMentions Nested(TemporaryWorkspace workspace, string text)
    {
        workspace.Write("src/App/App.csproj", $"<Project><ItemGroup>{text}</ItemGroup></Project>");
        return new ProjectMentions(workspace.Root, RootListing.Read(workspace.Root), ["src/App/App.csproj"]);
    }
}
