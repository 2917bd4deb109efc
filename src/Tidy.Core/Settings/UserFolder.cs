namespace Tidy.Core.Settings;

/// <summary>
/// Where Tidy keeps what belongs to a person and a machine and not to one workspace: the registered workspaces, and the settings that a
/// repository must not decide, such as whom to tell and with what command.
/// </summary>
/// <remarks>
/// <c>%LOCALAPPDATA%\tidy-build</c>, <c>~/Library/Application Support/tidy-build</c>, <c>$XDG_DATA_HOME/tidy-build</c> or
/// <c>~/.local/share/tidy-build</c>.
/// </remarks>
public sealed class UserFolder
{
    private const string Name = "tidy-build";

    private UserFolder(string fullPath) => FullPath = fullPath;

    public string FullPath { get; }

    /// <exception cref="TidyException">The system names no folder: HOME is not set, as in some services.</exception>
    public static UserFolder OfThisUser()
    {
        string parent = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return parent.Length > 0
            ? new UserFolder(Path.Combine(parent, Name))
            : throw new TidyException(Codes.Usage, ExitCode.Usage, "This user has no folder for settings: set HOME, or XDG_DATA_HOME, to an absolute path.");
    }

    public static UserFolder At(string fullPath) => new(fullPath);

    public string File(string name) => Path.Combine(FullPath, name);

    /// <summary>Creates it, for this user only.</summary>
    /// <exception cref="TidyException">The system refuses.</exception>
    public void Ensure()
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(FullPath);
            else
                Directory.CreateDirectory(FullPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TidyException(Codes.StateDamaged, ExitCode.Unexpected, $"The folder '{FullPath}' for your settings cannot be created: {e.Message}", e);
        }
    }
}
