using Tidy.Core.Configuration;
using Tidy.Core.Telemetry;

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
            "The version of this format: `1`."),
        Key<UserSettings>.Of("telemetry", Values.Object(() => TelemetryKeys.All), (file, telemetry) => file with { Telemetry = telemetry }, _ => null,
            "Where metrics go, and what they call workspaces: [metrics.md](metrics.md)."),
        Key<UserSettings>.Of("notify", Values.Object(() => NotifyKeys.All), (file, notify) => file with { Notify = notify }, _ => null,
            "Whom to tell when files are given up or need a person: [notifications.md](notifications.md)."))
    {
        RefusalOf = SecretKeys.RefusalOf,
    };
}
