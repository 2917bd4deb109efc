namespace Tidy.Package.Tests.Builds;

/// <summary>A property with a value that it cannot have fails the build, with what it can have.</summary>
[TestClass]
public class WrongPropertyTests
{
    private static readonly (string Property, string Message)[] Mistakes =
    [
        ("TidyMode=aply", "There is no TidyMode 'aply'. Valid values are apply, verify, report, retry, off."),
        ("TidyLockedFileSeverity=loud", "There is no TidyLockedFileSeverity 'loud'. Valid values are warning, message, error."),
        ("TidyPhases=rot", "There is no phase 'rot'. Valid values are retry, migrate, root, docs, runs, archive, verify."),
        ("TidyMinimumAge=24", "Valid values are a whole number with s, m, h or d, such as 0s, 5m, 24h or 30d."),
    ];

    [TestMethod]
    public void UnknownValue_IsOneErrorOfEachBuild_ThoughNothingIsDue()
    {
        using var repository = BuildRepository.WithPackage(projects: 6);
        repository.Build("all.slnx").WithExit(0);

        foreach ((string property, string message) in Mistakes)
        {
            for (int pass = 0; pass < 2; pass++)
            {
                BuildAnswer build = repository.Build("all.slnx", "--no-restore", "-m:4", "-p:" + property).WithExit(1);
                Assert.HasCount(1, build.TidyErrors, build.ToString());
                Assert.Contains("error TIDY9001: ", build.TidyErrors[0]);
                Assert.Contains(message, build.TidyErrors[0]);
            }
        }

        repository.Build("all.slnx", "--no-restore").WithExit(0).WithWarnings();
    }
}
