using System.Diagnostics;
using Tidy.FileHolder;

if (args.Length < 2 || Hold.Open(args[0], args[1], args[2..]) is not { } hold)
{
    Console.Error.WriteLine($"usage: Tidy.FileHolder MODE PATH [ARGUMENTS of PATH, for run]{Environment.NewLine}modes here: {Hold.Modes}");
    return 2;
}

using (hold)
{
    Console.WriteLine($"holding {hold.ProcessId}");
    // The test closes our input to release; when the test process dies, the input ends too.
    if (Console.ReadLine() == "die")
        Process.GetCurrentProcess().Kill();
}

return 0;
