using System.Reflection;

namespace Tidy.Build.Calls;

/// <summary>The version that this assembly was built as; package, targets and tool are meant to have the same.</summary>
internal static class TaskVersion
{
    public static readonly string Text =
        typeof(TaskVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
