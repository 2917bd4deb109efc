using System.Diagnostics;

namespace Tidy.Tool.Engine;

/// <summary>How this program starts itself once more.</summary>
internal static class SelfStart
{
    public static ProcessStartInfo Info(params ReadOnlySpan<string> arguments)
    {
        string tool = typeof(SelfStart).Assembly.GetName().Name!;
        string? self = Environment.ProcessPath;
        bool isTool = string.Equals(Path.GetFileNameWithoutExtension(self), tool, StringComparison.OrdinalIgnoreCase);
        // Started as `dotnet dotnet-tidy.dll` this program is dotnet, and under a test runner it is neither.
        bool isHost = string.Equals(Path.GetFileNameWithoutExtension(self), "dotnet", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(isTool || isHost ? self! : "dotnet") { UseShellExecute = false };
        if (!isTool)
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, tool + ".dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }
}
