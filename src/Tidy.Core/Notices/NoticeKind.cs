namespace Tidy.Core.Notices;

public enum NoticeKind
{
    /// <summary>Files were given up, or need a person.</summary>
    Items,

    /// <summary>How the workspaces of a machine fare.</summary>
    Summary,

    /// <summary>A person asked whether notices arrive.</summary>
    Test,
}
