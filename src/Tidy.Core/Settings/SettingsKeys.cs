using Tidy.Core.Configuration;

namespace Tidy.Core.Settings;

/// <summary>The keys of <c>settings.json</c>.</summary>
internal static class SettingsKeys
{
    public static readonly KeyTable<UserSettings> All = new(
        "settings.json of Tidy.Build",
        new UserSettings(),
        Key<UserSettings>.Of("$schema", Values.Text, (file, _) => file, _ => null,
            "For editors: where a schema of this file is. Not read."),
        Key<UserSettings>.Of(FileVersion.Key, FileVersion.Value, (file, _) => file, _ => 1,
            "The version of this format: `1`."));
}
