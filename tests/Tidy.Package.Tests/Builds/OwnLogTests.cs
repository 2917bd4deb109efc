namespace Tidy.Package.Tests.Builds;

/// <summary>A build may write its own logs into the root. They are in use exactly as long as it runs.</summary>
[TestClass]
public class OwnLogTests
{
    [TestMethod]
    [DataRow("0s", "TIDY2009 'msbuild.binlog'", "TIDY2009 'out.log'")]
    [DataRow("24h")]
    public void BinaryLogAndRedirectedLog_AreLeftForTheNextBuild(string minimumAge, params string[] expected)
    {
        using var repository = BuildRepository.WithPackage(projects: 2);
        repository.SetVariable("TidyMinimumAge", minimumAge);

        for (int pass = 0; pass < 2; pass++)
        {
            BuildAnswer build = repository.BuildInto("out.log", "all.slnx", "-bl", "-m:2", "-v:n").WithExit(0).WithWarnings();

            // Writing a young file again changes nothing that is due.
            build.WithStarts(pass == 0 || minimumAge == "0s" ? ["apply"] : []);
            string[] told = [.. build.TidyMessages.Select(m => m[5..m.IndexOf(": held", StringComparison.Ordinal)].Replace(":", ""))];
            CollectionAssert.AreEquivalent(expected, told, build.ToString());
            Assert.IsFalse(File.Exists(repository.Queue), build.ToString());
            Assert.IsTrue(repository.Exists("msbuild.binlog") && repository.Exists("out.log"));
        }
    }
}
