using System.Reflection;

namespace Tidy.Tool;

/// <summary>The version of this build.</summary>
internal static class ToolVersion
{
    /// <summary>With the commit it was built from.</summary>
    public static string Full => typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static string Short => Full.Split('+')[0];
}
