using Tidy.Core.Configuration;
using Tidy.Core.Notices;
using Tidy.Core.Telemetry;

namespace Tidy.Core.Settings;

/// <summary>
/// What a person, or who looks after a machine, decides for all workspaces there: <c>settings.json</c> in the <see cref="UserFolder"/>, or
/// the file that <see cref="FileVariable"/> names. A repository has no say in it: a clone would bring along whom to tell, and by what command.
/// </summary>
public sealed record UserSettings
{
    public const string FileName = "settings.json";

    /// <summary>The environment variable that names another file, for servers and CI.</summary>
    public const string FileVariable = "TIDY_SETTINGS";

    /// <summary>Absolute path of the file it was read from, or null when there is none.</summary>
    public string? File { get; init; }

    public TelemetrySettings Telemetry { get; init; } = new();

    /// <summary>Whom to tell, of what; null when nobody is.</summary>
    public NoticeSettings? Notify { get; init; }

    /// <summary>Where settings of this user are read from, whether the file is there or not.</summary>
    /// <exception cref="TidyException">The user has no folder.</exception>
    public static string PathOfThisUser() =>
        Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } named ? Path.GetFullPath(named) : UserFolder.OfThisUser().File(FileName);

    /// <summary>Whether anything was written, or promised by the variable: the one look that a run takes.</summary>
    public static bool AreThere()
    {
        try
        {
            return Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } || Path.Exists(PathOfThisUser());
        }
        catch (TidyException)
        {
            return false; // no folder, no settings
        }
    }

    /// <summary>The settings of this user; the defaults when nothing was written, but not when a file was named and is not there.</summary>
    /// <exception cref="TidyException">The file cannot be read, or something in it is wrong.</exception>
    public static UserSettings OfThisUser()
    {
        string path = PathOfThisUser();
        bool isNamed = Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 };
        return isNamed || Path.Exists(path) ? Read(path) : new UserSettings();
    }

    /// <exception cref="TidyException">The file cannot be read, or something in it is wrong: with line and column.</exception>
    public static UserSettings Read(string path) => ConfigText.Load(path).Parse(SettingsKeys.All) with { File = Path.GetFullPath(path) };

    /// <param name="fileName">What errors call the text.</param>
    /// <exception cref="TidyException">Something in it is wrong.</exception>
    public static UserSettings Parse(string json, string fileName) => ConfigText.Of(json, fileName).Parse(SettingsKeys.All);
}
