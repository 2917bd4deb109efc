using System.Reflection;

namespace Tidy.Tool;

/// <summary>The version of this build; the constant without the commit is written by the project file, since reflection would cost each start.</summary>
internal static partial class ToolVersion
{
    /// <summary>With the commit it was built from.</summary>
    public static string Full => typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
