using Tidy.Tool.Rendering;

namespace Tidy.Tool.Annotations;

/// <summary>The format for a call that names none: what reads the output, as far as the environment tells.</summary>
internal static class UsualFormat
{
    /// <remarks>
    /// MSBuild comes first: it would make a warning of its own, with the wrong text, of a command that is meant for GitHub. The variable is
    /// one that MSBuild sets when it starts. Looked at with SDK 10.0.401: each Exec task has it (under dotnet build, dotnet msbuild and -mt),
    /// and a tool started by a person has it not (dotnet tidy, dotnet exec, dotnet run, dotnet test, dotnet tool run, dotnet tool exec).
    /// MSBuildSDKsPath and DOTNET_HOST_PATH are no such sign: the SDK sets them, not MSBuild, and a build by msbuild.exe lacks them.
    /// </remarks>
    public static OutputFormat Of(ToolConsole console)
    {
        if (console.OutIsTerminal)
            return OutputFormat.Text;
        if (Is("MSBuildLoadMicrosoftTargetsReadOnly"))
            return OutputFormat.MSBuild;
        if (Is("GITHUB_ACTIONS"))
            return OutputFormat.GitHub;
        return Is("TF_BUILD") ? OutputFormat.Azure : OutputFormat.Text;

        bool Is(string name) => string.Equals(console.Environment(name), "true", StringComparison.OrdinalIgnoreCase);
    }
}
