namespace Tidy.Build.Relay;

/// <summary>The words of the property <c>TidyLockedFileSeverity</c>.</summary>
internal enum LockedFileSeverity
{
    Warning,
    Message,
    Error,
}
