using Tidy.Benchmarks;

return args switch
{
    [Floor.StartMode] => 0,
    [Floor.MoveMode, var folder] => Floor.Move(folder),
    [Floor.LookMode, .. var folders] => Floor.Look(folders),
    [HeldFiles.Mode, var folder] => HeldFiles.Hold(folder),
    [ReleasedFiles.Mode, var folder] when OperatingSystem.IsLinux() => ReleasedFiles.Hold(folder),
    [PlainWatch.Mode, var folder] when OperatingSystem.IsLinux() => PlainWatch.Run(folder),
    [PeakMemory.Mode, .. var command] => PeakMemory.Measure(command),
    _ when !OperatingSystem.IsLinux() => Say("The benchmarks use calls of Linux (leases, getrusage) and run only there."),
    _ when BenchmarkOptions.Parse(args) is { } options => BenchmarkTable.Print(options),
    _ => Say($"usage: Tidy.Benchmarks [--rounds N] [--only NAME] [--tool FOLDER]{Environment.NewLine}names: {BenchmarkTable.Names}"),
};

static int Say(string text)
{
    Console.Error.WriteLine(text);
    return 2;
}
