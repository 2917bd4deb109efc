using Tidy.Core.Platform;

namespace Tidy.Core.Moving;

/// <summary>Makes the names in a folder durable. Only what is known to be durable may be the reason for another file to go.</summary>
internal static class FolderFlush
{
    /// <returns>Why they are not; null when they are, or when it cannot be asked for: the folder is gone, or may not be read.</returns>
    public static Failure? ProblemOf(IOsFiles files, string folder)
    {
        OsCode code = files.FlushDirectory(folder);
        if (code.IsOk)
            return null;
        Failure failure = Failures.Of(files, code, folder, folder, "fsync");
        return failure.Reason is FailureReason.MissingSource or FailureReason.Permission ? null : failure;
    }
}
