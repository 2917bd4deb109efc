using System.Diagnostics;

namespace Tidy.Package.Tests;

/// <summary>A program that is run to its end, in a clean environment: nothing that a surrounding <c>dotnet test</c> left bends it.</summary>
internal sealed class Command
{
    /// <summary>The slowest are the pack and a build, on a busy machine; one that hangs must fail its test and not stop the suite.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

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
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{start.FileName} {string.Join(' ', arguments)}' did not end within {Patience}.");
        }
        return new Answer(process.ExitCode, output.Result, error.Result);
    }
}
