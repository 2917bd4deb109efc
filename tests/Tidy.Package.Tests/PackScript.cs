using System.ComponentModel;

namespace Tidy.Package.Tests;

/// <summary><c>build/pack</c> of the sources.</summary>
internal static class PackScript
{
    private static readonly string[] OfflineErrors = ["NU1101", "NU1301"];

    /// <summary>Packs; where bash is missing or a package cannot be fetched the test is inconclusive, in CI it fails.</summary>
    public static Answer Pack(Command bash, params string[] arguments)
    {
        Answer answer = Run(bash, arguments);
        if (answer.Exit != 0 && OfflineErrors.Any(answer.Error.Contains) && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Inconclusive($"What the packages are made of cannot be fetched: {answer.Error}");
        return answer.WithExit(0);
    }

    /// <summary>Runs it in the folder of <paramref name="bash"/>.</summary>
    public static Answer Run(Command bash, params string[] arguments)
    {
        try
        {
            return bash.Run([Sources.At("build/pack"), .. arguments]);
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            throw new AssertInconclusiveException("bash is not installed on this machine.");
        }
    }

    public static Command In(string folder) => new("bash", folder);
}
