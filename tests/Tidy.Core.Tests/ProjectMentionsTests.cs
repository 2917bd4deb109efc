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
        Assert.IsTrue(new ProjectMentions(workspace.Root, RootListing.Read(workspace.Root)).Mentions(name, out string? by));
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
        Assert.IsFalse(new ProjectMentions(workspace.Root, RootListing.Read(workspace.Root)).Mentions(name, out string? by));
        Assert.IsNull(by);
    }

    [TestMethod]
    public void ProjectFiles_AreReadAtTheFirstQuestionAndOnlyOnce()
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write("app.csproj", "<None Include='early.log' />");
        var mentions = new ProjectMentions(workspace.Root, RootListing.Read(workspace.Root));
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
        Assert.IsTrue(new ProjectMentions(workspace.Root, RootListing.Read(workspace.Root)).Mentions("build.log", out _));
    }
}
