using System.Text.Json.Nodes;

namespace Tidy.Package.Tests.Builds;

/// <summary>Builds with something broken: what is a person's mistake fails them, nothing else does.</summary>
[TestClass]
public class BrokenStateTests
{
    [TestMethod]
    public void ConfigurationMistake_FailsEachBuildWithItsPlace_UntilItIsCorrected()
    {
        using var repository = BuildRepository.WithPackage(projects: 2);
        repository.OldStray("build.log");
        repository.WriteConfig("{\n  \"version\": 1,\n  \"rulez\": []\n}\n");
        string start = $"{repository.At("tidy.json")}(3,3): Tidy error TIDY9002: unknown key 'rulez'; did you mean 'rules'?";

        string[][] builds = [[], ["--no-restore"], ["--no-restore", "-c", "Release"]];
        foreach (string[] arguments in builds)
        {
            BuildAnswer build = repository.Build(["all.slnx", .. arguments]).WithExit(1).WithWarnings();
            Assert.StartsWith(start, build.TidyErrors.Single());
        }

        Assert.IsTrue(repository.Exists("build.log"));
        repository.WriteConfig();
        repository.Build("all.slnx", "--no-restore").WithExit(0).WithWarnings();
        Assert.IsFalse(repository.Exists("build.log"));
    }

    [TestMethod]
    public void QueueDamaged_IsRestoredAndSaidOnce()
    {
        using var repository = BuildRepository.WithPackage(projects: 2);
        using var held = new HeldFile(repository.OldStray("import.log"));
        repository.Build("all.slnx").WithExit(0).WithWarnings("TIDY1001");
        File.WriteAllText(repository.Queue, "{ \"schema_version\": 1, \"items\": [ {\0\0");

        BuildAnswer build = repository.Build("all.slnx", "--no-restore").WithExit(0).WithWarnings("TIDY1004");

        Assert.Contains("tidy_pending_moves.json", build.TidyWarnings.Single());
        Assert.AreEqual("pending", new QueueState(repository).Status);
        Assert.AreEqual(1, new QueueState(repository).Attempts);
        Assert.HasCount(1, Directory.GetFiles(repository.At(".autonomous_runs"), "tidy_pending_moves.json.corrupt-*"));
        repository.Build("all.slnx", "--no-restore").WithExit(0).WithWarnings();
    }

    [TestMethod]
    public void RunTimeOfTheToolMissing_IsOneWarning_AndTheBuildGoesOn()
    {
        using var repository = BuildRepository.WithPackage(projects: 3);
        repository.OldStray("build.log");
        repository.SetVariable("TidyToolPath", ToolThatNeedsAnotherRunTime(repository));

        BuildAnswer build = repository.Build("all.slnx", "-m:2").WithExit(0).WithWarnings("TIDY9014");

        Assert.Contains("Tidy needs the .NET 10 run time (or a newer one), and it is not installed here; nothing was moved, and the build goes on.", build.TidyWarnings.Single());
        Assert.IsTrue(repository.Exists("build.log"));
        foreach (string project in repository.Projects)
            Assert.IsTrue(repository.Exists(Path.GetDirectoryName(project)! + "/bin/Debug/net10.0/" + Path.GetFileNameWithoutExtension(project) + ".dll"));
    }

    [TestMethod]
    public void ToolMissing_IsOneWarning_AndTheBuildGoesOn()
    {
        using var repository = BuildRepository.WithPackage(projects: 2);
        repository.OldStray("build.log");
        repository.SetVariable("TidyToolPath", repository.Beside("gone/dotnet-tidy.dll"));

        BuildAnswer build = repository.Build("all.slnx").WithExit(0).WithWarnings("TIDY9014");

        Assert.Contains(repository.Beside("gone/dotnet-tidy.dll"), build.TidyWarnings.Single());
        Assert.IsTrue(repository.Exists("build.log"));
    }

    private static string ToolThatNeedsAnotherRunTime(BuildRepository repository)
    {
        string folder = Directory.CreateDirectory(repository.Beside("tool")).FullName;
        foreach (string file in Published.Files)
            File.Copy(Path.Combine(Path.GetDirectoryName(LocalFeed.Shared.Tool)!, file), Path.Combine(folder, file));
        string settings = Path.Combine(folder, "dotnet-tidy.runtimeconfig.json");
        JsonNode json = JsonNode.Parse(File.ReadAllText(settings))!;
        json["runtimeOptions"]!["framework"]!["version"] = "99.0.0";
        File.WriteAllText(settings, json.ToJsonString());
        return Path.Combine(folder, "dotnet-tidy.dll");
    }
}
