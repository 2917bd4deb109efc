using System.Diagnostics;

namespace Tidy.Package.Tests;

/// <summary>A program that is run in a clean environment: nothing that a surrounding <c>dotnet test</c> left bends it.</summary>
internal sealed class Command
{
    private readonly ProcessStartInfo start;

    public Command(string program, string folder)
    {
        start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        Set("MSBUILDDISABLENODEREUSE", "1");
        Set("UseSharedCompilation", "false");
        Set("DOTNET_CLI_TELEMETRY_OPTOUT", "1");
        Set("DOTNET_NOLOGO", "1");
        Set("DOTNET_CLI_UI_LANGUAGE", "en");
        Set("DOTNET_ADD_GLOBAL_TOOLS_TO_PATH", "false");
        Set("DOTNET_GENERATE_ASPNET_CERTIFICATE", "false");
        Set("DOTNET_EnableDiagnostics", "0"); // killed, a run time would leave its debugger pipes in the temporary folder
    }

    /// <summary>Sets an environment variable; null takes it away.</summary>
    public Command Set(string name, string? value)
    {
        if (value is null)
            start.Environment.Remove(name);
        else
            start.Environment[name] = value;
        return this;
    }

    public Answer Run(params string[] arguments)
    {
        using RunningCommand running = Start(arguments);
        return running.End();
    }

    public RunningCommand Start(params string[] arguments)
    {
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return new RunningCommand(start);
    }
}
