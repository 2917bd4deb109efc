namespace Tidy.Core.Configuration;

/// <summary>Reads the value of a key, at which <paramref name="json"/> stands, into <paramref name="before"/>.</summary>
internal delegate T KeyReader<T>(T before, ref ValueReader json)
    where T : class;
