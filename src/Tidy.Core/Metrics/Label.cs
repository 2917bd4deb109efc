namespace Tidy.Core.Metrics;

/// <summary>What a value is about. Labels come from lists that the code has, and from names that a person gave: never from paths.</summary>
public readonly record struct Label(string Name, string Value);
