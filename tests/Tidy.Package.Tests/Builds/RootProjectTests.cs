namespace Tidy.Package.Tests.Builds;

/// <summary>A project at the root of the workspace, whose default globs see the archive and whose files lie among the strays.</summary>
[TestClass]
public class RootProjectTests
{
    /// <summary>Two of it in one compilation are an error.</summary>
    private const string Code = "namespace Sample; public class App { }\n";

    [TestMethod]
    public void BesideATidyJson_TheArchiveAndTheStateAreNotCompiled()
    {
        using BuildRepository repository = Root("");
        repository.WriteConfig();
        repository.Write("archive/scripts/scratch.cs", Code);
        repository.Write(".autonomous_runs/run-1/scratch.cs", Code);

        repository.Build("App.csproj").WithExit(0).WithWarnings();
    }

    [TestMethod]
    public void WithAnArchiveOfAnotherName_ThatOneIsNotCompiled()
    {
        using BuildRepository repository = Root("<PropertyGroup><TidyArchiveFolder>attic</TidyArchiveFolder></PropertyGroup>");
        repository.WriteConfig("""{ "version": 1, "rules": [ { "id": "scratch", "match": ["scratch*"], "to": "attic/" } ] }""");
        repository.Write("attic/scratch.cs", Code);
        repository.Write("archive/Real.cs", "namespace Sample; public class Real : App { }\n");
        repository.Write("Use.cs", "namespace Sample; public class Use : Real { }\n");

        repository.Build("App.csproj").WithExit(0).WithWarnings();
    }

    [TestMethod]
    public void WithoutATidyJson_AFolderCalledArchiveIsTheProjectsOwn()
    {
        using BuildRepository repository = Root("");
        repository.Write("archive/Real.cs", "namespace Sample; public class Real : App { }\n");
        repository.Write("Use.cs", "namespace Sample; public class Use : Real { }\n");

        repository.Build("App.csproj").WithExit(0).WithWarnings();
    }

    [TestMethod]
    public void WhatTheProjectUses_Stays_AndWhatItOnlySees_Moves()
    {
        using BuildRepository repository = Root("""
            <ItemGroup>
                <EmbeddedResource Include="e*.log" />
                <Content Include="c*.log" CopyToOutputDirectory="PreserveNewest" />
                <None Update="n*.log" CopyToOutputDirectory="Always" />
                <AdditionalFiles Include="a*.log" />
                <None Update="never*.log" CopyToOutputDirectory="Never" />
              </ItemGroup>
            """);
        repository.WriteConfig("""{ "version": 1, "rules": [ { "id": "all", "match": ["*.log", "*.cs"], "to": "archive/" } ] }""");
        repository.Consent();
        string[] used = ["Compiled.cs", "embedded.log", "content.log", "none.log", "additional.log"];
        string[] strays = ["stray.log", "later.log"];
        foreach (string name in used.Concat(strays))
            repository.Write(name, "// of " + name + "\n");

        BuildAnswer build = repository.Build("App.csproj", "-p:TidyMinimumAge=0s").WithExit(0).WithStarts("apply").WithWarnings();

        Assert.Contains("Tidy: 2 files moved. 'dotnet tidy undo' puts them back.", build.TidyMessages);
        foreach (string name in used)
            Assert.IsTrue(repository.Exists(name), name);
        foreach (string name in strays)
            Assert.IsTrue(repository.Exists("archive/" + name), name);
        repository.Build("App.csproj", "-p:TidyMinimumAge=0s", "--no-restore", "--no-incremental").WithExit(0).WithWarnings();
    }

    /// <summary>The first project's call moves for all, and does not know what the second one uses; both are new, git tracks neither.</summary>
    [TestMethod]
    public void WhatAnotherProjectReachesFromItsFolder_Stays()
    {
        using var repository = BuildRepository.WithPackage(projects: 2);
        repository.Write(repository.Projects[1], """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <ProjectReference Include="../p1/p1.csproj" />
                <EmbeddedResource Include="..\..\embedded.log" />
                <None Include="../../wild*.log" CopyToOutputDirectory="PreserveNewest" />
                <Content Include="$(MSBuildProjectDirectory)/../../content.log" />
              </ItemGroup>
            </Project>

            """);
        string[] used = ["embedded.log", "wild-1.log", "content.log"];
        foreach (string name in used.Append("stray.log"))
            repository.OldStray(name);

        BuildAnswer build = repository.Build(repository.Projects[1]).WithExit(0).WithStarts("apply").WithWarnings();

        Assert.Contains("Tidy: 1 file moved. 'dotnet tidy undo' puts them back.", build.TidyMessages);
        foreach (string name in used)
            Assert.IsTrue(repository.Exists(name), name);
        Assert.IsFalse(repository.Exists("stray.log"));
    }

    private static BuildRepository Root(string elements)
    {
        var repository = new BuildRepository(projects: 0);
        repository.ReferenceGlobally();
        repository.Write("App.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\">\n  {elements}\n</Project>\n");
        repository.Write("App.cs", Code);
        return repository;
    }
}
