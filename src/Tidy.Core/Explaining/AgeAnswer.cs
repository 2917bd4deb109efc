namespace Tidy.Core.Explaining;

/// <summary>How long ago something was written, and how long it is left alone for that.</summary>
/// <param name="WrittenAt">Of a folder: its own time, though what is in it counts too.</param>
/// <param name="OfRule">Of the rule that decides; zero for none.</param>
/// <param name="OfBuilds">What a run that a build starts by itself waits for, at least.</param>
public sealed record AgeAnswer(DateTimeOffset WrittenAt, TimeSpan OfRule, TimeSpan OfBuilds);
