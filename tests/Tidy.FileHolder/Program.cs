using System.Diagnostics;
using System.Globalization;
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
    string[] order = (Console.ReadLine() ?? "").Split(' ');
    if (order[0] == "unlock") // a release that no close tells of
    {
        hold.Unlock();
        order = (Console.ReadLine() ?? "").Split(' ');
    }

    if (order[0] == "die")
        Process.GetCurrentProcess().Kill();
    if (order[0] == "kill") // another process, which the test knows by its number
        Process.GetProcessById(int.Parse(order[1], CultureInfo.InvariantCulture)).Kill();
}

return 0;
