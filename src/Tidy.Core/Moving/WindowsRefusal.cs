using Tidy.Core.Platform;

namespace Tidy.Core.Moving;

/// <summary>Why Windows answered "access is denied" (5): it says so for rights, and for four kinds of "in use" or "taken" as well.</summary>
internal static class WindowsRefusal
{
    private const int ReadOnlyAttribute = 1;

    public static FailureReason Explain(IOsFiles files, string source, string destination, out string? detail)
    {
        bool sourceIsThere = files.Stat(source, out FileStat from).IsOk;
        if (sourceIsThere && from.Kind == FileKind.Directory)
        {
            detail = "Windows refuses to move a folder while a file in it is open, or rights are missing";
            return FailureReason.Locked;
        }

        detail = null;
        return files.ProbeUse(source, InUsePolicy.Any) switch
        {
            FileUse.InUse => FailureReason.Locked,
            FileUse.Free when sourceIsThere && files.Stat(destination, out FileStat to).IsOk =>
                ExplainDestination(files, destination, to, out detail),
            _ => FailureReason.Permission,
        };
    }

    /// <summary>The source is free to go, so the refusal is about what is at the destination.</summary>
    private static FailureReason ExplainDestination(IOsFiles files, string destination, in FileStat there, out string? detail)
    {
        if (there.Kind == FileKind.Directory)
        {
            detail = $"'{destination}' is a folder";
            return FailureReason.DestExists;
        }

        if (files.ProbeUse(destination, InUsePolicy.Any) == FileUse.InUse)
        {
            detail = $"'{destination}' is in use";
            return FailureReason.Locked;
        }

        detail = (there.Mode & ReadOnlyAttribute) != 0 ? $"'{destination}' is read-only" : null;
        return FailureReason.Permission;
    }
}
