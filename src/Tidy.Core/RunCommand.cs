namespace Tidy.Core;

public enum RunCommand
{
    Plan,
    Apply,
    Verify,
    Retry,
    Undo,
}
