namespace Tidy.Core.Platform;

/// <summary>Which table of error codes a raw <see cref="OsCode"/> belongs to.</summary>
public enum OsFamily
{
    Linux,
    MacOS,
    Windows,
}
