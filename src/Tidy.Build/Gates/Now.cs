namespace Tidy.Build.Gates;

internal static class Now
{
#pragma warning disable RS0030 // TimeProvider is not in netstandard2.0; whoever needs another time takes it as an argument.
    public static DateTime Utc => DateTime.UtcNow;
#pragma warning restore RS0030
}
