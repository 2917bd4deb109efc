namespace Tidy.Package.Tests.Builds;

/// <summary>
/// What a locked file is to a build, under each setting that decides it. All rows build one repository, each its own project with a workspace,
/// a queue and a locked file of its own: <c>src/p1</c> for the first row and so on.
/// </summary>
[TestClass]
public class LockedSeverityTests
{
    private const string Warning = "warning";
    private const string Error = "error";
    private const string Message = "message";
    private const string Silent = "silent";
    private const int Rows = 22;

    private static readonly Lazy<BuildRepository> Shared = new(() => BuildRepository.WithPackage(Rows));
    private static readonly Lazy<Answer> Restored = new(() => Shared.Value.Restore());

    [ClassCleanup]
    public static void Delete()
    {
        if (Shared.IsValueCreated)
            Shared.Value.Dispose();
    }

    [TestMethod]
    [DataRow(1, Warning)]
    [DataRow(2, Warning, "-warnaserror")]
    [DataRow(3, Warning, "-p:TreatWarningsAsErrors=true")]
    [DataRow(4, Warning, "-p:MSBuildTreatWarningsAsErrors=true")]
    [DataRow(5, Warning, "-warnaserror", "-warnnotaserror:TIDY1001")]
    [DataRow(6, Error, "-p:WarningsAsErrors=TIDY1001")]
    [DataRow(7, Error, "-p:MSBuildWarningsAsErrors=TIDY1001")]
    [DataRow(8, Error, "-warnaserror:TIDY1001")]
    [DataRow(9, Error, "-p:TidyLockedFilesAsErrors=true")]
    [DataRow(10, Error, "-p:TidyLockedFileSeverity=error")]
    [DataRow(11, Silent, "-p:NoWarn=TIDY1001")]
    [DataRow(12, Silent, "-p:MSBuildWarningsAsMessages=TIDY1001")]
    [DataRow(13, Silent, "-nowarn:TIDY1001")]
    [DataRow(14, Message, "-p:TidyLockedFileSeverity=message")]
    public void LockedFile_ByTheCommandLine_Is(int row, string expected, params string[] arguments) => Check(row, expected, arguments);

    [TestMethod]
    [DataRow(15, Warning, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>")]
    [DataRow(16, Warning, "<MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>")]
    [DataRow(17, Error, "<WarningsAsErrors>$(WarningsAsErrors);TIDY1001</WarningsAsErrors>")]
    [DataRow(18, Error, "<MSBuildWarningsAsErrors>TIDY1001</MSBuildWarningsAsErrors>")]
    [DataRow(19, Error, "<TidyLockedFilesAsErrors>true</TidyLockedFilesAsErrors>")]
    [DataRow(20, Silent, "<NoWarn>$(NoWarn);TIDY1001</NoWarn>")]
    [DataRow(21, Silent, "<MSBuildWarningsAsMessages>TIDY1001</MSBuildWarningsAsMessages>")]
    [DataRow(22, Message, "<TidyLockedFileSeverity>message</TidyLockedFileSeverity>")]
    public void LockedFile_ByTheProjectFile_Is(int row, string expected, string property)
    {
        Shared.Value.Write($"src/p{row}/p{row}.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>{property}</PropertyGroup>\n</Project>\n");
        Check(row, expected);
    }

    private static void Check(int row, string expected, params string[] arguments)
    {
        BuildRepository repository = Shared.Value;
        Restored.Value.WithExit(0);
        string workspace = $"src/p{row}";
        repository.Write(workspace + "/tidy.json", """{ "version": 1, "extends": ["dotnet"] }""");
        repository.Tidy("apply", "--workspace", workspace).WithExit(0);
        using var held = new HeldFile(repository.OldStray(workspace + "/held.log"));

        BuildAnswer build = repository.Build([workspace, "--no-restore", .. arguments]).WithExit(expected == Error ? 1 : 0).WithStarts("apply");

        Assert.AreEqual(expected, Seen(build, held), build.ToString());
        Assert.IsTrue(repository.Exists($"{workspace}/.autonomous_runs/tidy_pending_moves.json"), "it is queued all the same");
        Assert.IsTrue(repository.Exists(workspace + "/held.log"));
    }

    /// <summary>As what the build said it, once, and nothing else of ours beside it.</summary>
    private static string Seen(BuildAnswer build, HeldFile held)
    {
        string[] lines = [.. build.Lines.Where(l => l.Contains("TIDY", StringComparison.Ordinal))];
        if (lines.Length == 0)
            return Silent;
        Assert.HasCount(1, lines, build.ToString());
        Assert.Contains($"in use by {held.Holder}", lines[0]);
        return build.TidyWarnings.Length == 1 ? Warning : build.TidyErrors.Length == 1 ? Error : Message;
    }
}
