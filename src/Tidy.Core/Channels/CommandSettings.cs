namespace Tidy.Core.Channels;

/// <param name="Program">A name on the PATH, or an absolute path.</param>
public sealed record CommandSettings(string Program, IReadOnlyList<string> Arguments);
