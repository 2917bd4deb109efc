namespace Tidy.Package.Tests;

/// <summary>A person's machine for one test: a home of its own, and a folder whose packages come from the local feed.</summary>
internal sealed class Installation : IDisposable
{
    public Installation(LocalFeed feed)
    {
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Temp);
        feed.WriteConfig(Folder.FullPath);
    }

    public TemporaryFolder Folder { get; } = new();

    /// <summary>Where .NET keeps tools and settings of a person.</summary>
    public string Home => Folder.At("home");

    /// <summary><c>dotnet tool</c> leaves empty folders behind, which go away with this one.</summary>
    private string Temp => Folder.At("temp");

    /// <summary><c>dotnet</c> in the folder.</summary>
    public Answer Run(params string[] arguments) => In(DotNet.Program, Folder.FullPath).Run(arguments);

    public Command In(string program, string folder) => DotNet.Environment(new Command(program, folder))
        .Set("HOME", Home)
        .Set("DOTNET_CLI_HOME", Home)
        .Set("TMPDIR", Temp)
        .Set("TMP", Temp)
        .Set("TEMP", Temp);

    public void Dispose() => Folder.Dispose();
}
