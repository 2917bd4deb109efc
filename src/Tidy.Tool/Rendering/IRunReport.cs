using Tidy.Core;

namespace Tidy.Tool.Rendering;

/// <summary>One output format of a run.</summary>
internal interface IRunReport
{
    /// <summary>Listens while the run goes on.</summary>
    IRunObserver Observer { get; }

    /// <summary>Prints the result; called once, at the end.</summary>
    void Finish(RunResult result, ExitCode exit);
}
