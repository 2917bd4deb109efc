namespace Tidy.Core.Configuration;

/// <summary>The keys of one object, in the order in which errors and the guide name them.</summary>
/// <param name="Title">What an editor calls the object.</param>
/// <param name="Empty">The object with none of them set: it has all the defaults.</param>
internal sealed record KeyTable<T>(string Title, T Empty, params Key<T>[] Keys)
    where T : class;
