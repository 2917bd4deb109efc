namespace Tidy.Core.Configuration;

/// <summary>Reads the item of a list at which <paramref name="json"/> stands.</summary>
internal delegate T ItemReader<T>(ref ValueReader json)
    where T : class;
