namespace Tidy.Core.Configuration;

/// <summary>Reads and checks the value at which <paramref name="json"/> stands.</summary>
internal delegate T ValueRead<T>(ref ValueReader json);
