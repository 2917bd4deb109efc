using System.Globalization;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Workspaces;

namespace Tidy.Dashboard.Hosting;

/// <summary>What the tool starts the server with. No secret is among it: other users of the machine can see a command line.</summary>
/// <param name="ConfigFile">As of <c>--config</c>; null for the <c>tidy.json</c> of the workspace.</param>
/// <param name="Port">0 for any that is free.</param>
internal sealed record ServerOptions(WorkspaceRoot Root, string? ConfigFile, int Port)
{
    /// <summary>How long an operation waits for another run or another change of the queue.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public string ConfigPath => ConfigFile ?? Path.Combine(Root.FullPath, WorkspaceRoot.ConfigFileName);

    /// <exception cref="TidyException">They are not what the tool passes.</exception>
    public static ServerOptions Parse(string[] args)
    {
        if (args is not ["--workspace", var folder, "--port", var port, "--lock-timeout", var wait, .. var rest] || !IsNumber(port, out int number) || !IsNumber(wait, out int milliseconds))
            throw new TidyException(Codes.Usage, ExitCode.Usage, "The dashboard is started with 'dotnet tidy dashboard'.");
        string? file = rest is ["--config", var named] ? named : null;
        return new ServerOptions(WorkspaceRoot.At(folder), file, number) { LockTimeout = TimeSpan.FromMilliseconds(milliseconds) };
    }

    /// <summary>Read anew each time, as each command of the command line does: somebody may have changed it.</summary>
    /// <exception cref="TidyException">Something in it is wrong.</exception>
    public TidyConfig ReadConfig() =>
        ConfigFile is not null || File.Exists(ConfigPath) ? ConfigReader.Read(ConfigPath) : ConfigReader.FromPresets(Preset.Defaults);

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
