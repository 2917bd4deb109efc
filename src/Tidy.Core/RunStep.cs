namespace Tidy.Core;

/// <summary>A part of a run that is over: a phase, or what comes before and after the phases.</summary>
/// <param name="Name">Of a phase, as in <c>--phase</c>; else <c>lock</c>, <c>recover</c>, <c>queue</c>, <c>move</c>, <c>save</c>, <c>close</c>.</param>
/// <param name="What">What came of it, for a person.</param>
public sealed record RunStep(string Name, string What, TimeSpan Took);
