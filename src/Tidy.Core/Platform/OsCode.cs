namespace Tidy.Core.Platform;

/// <summary>A raw errno or Windows error code as the system call returned it; 0 is success. Never translated on the way.</summary>
public readonly record struct OsCode(int Value)
{
    public static readonly OsCode Ok;

    public bool IsOk => Value == 0;
}
