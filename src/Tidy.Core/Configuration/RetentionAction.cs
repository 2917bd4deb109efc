namespace Tidy.Core.Configuration;

public enum RetentionAction
{
    /// <summary>A finding; the file stays.</summary>
    Report,

    /// <summary>The file becomes <c>name.gz</c>.</summary>
    Compress,
}
