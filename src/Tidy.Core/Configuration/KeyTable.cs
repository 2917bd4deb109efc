namespace Tidy.Core.Configuration;

/// <summary>The keys of one object, in the order in which errors and the guide name them.</summary>
/// <param name="Title">What an editor calls the object.</param>
/// <param name="Empty">The object with none of them set: it has all the defaults.</param>
internal sealed record KeyTable<T>(string Title, T Empty, params Key<T>[] Keys)
    where T : class
{
    /// <summary>Asked about a key that is none of these: why it must not be there, or null when it is only unknown.</summary>
    public Func<string, string?>? RefusalOf { get; init; }
}
