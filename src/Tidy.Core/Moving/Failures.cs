using Tidy.Core.Platform;

namespace Tidy.Core.Moving;

/// <summary>Makes a <see cref="Failure"/> from what a system call or the base library reported, with the number in the sentence.</summary>
internal static class Failures
{
    public static Failure Of(IOsFiles files, OsCode code, string source, string destination, string call)
    {
        FailureReason reason = FailureClassifier.Classify(files, code, source, destination, out string? detail);
        string text = OsErrorNames.Describe(files.Family, code);
        return new Failure(reason, code, call, detail is null ? text : $"{text} ({detail})");
    }

    public static Failure Of(IOsFiles files, Exception error, string path, string call)
    {
        OsCode code = OsCodes.From(error);
        return code.IsOk ? new Failure(FailureReason.Unknown, code, call, error.Message) : Of(files, code, path, path, call);
    }

    /// <summary>
    /// Found by looking, before the move. On Windows the look is a call that fails with ERROR_SHARING_VIOLATION, as the move would;
    /// elsewhere no call failed and there is no number.
    /// </summary>
    public static Failure InUse(IOsFiles files, string what)
    {
        const int SharingViolation = 32;
        if (files.Family != OsFamily.Windows)
            return new(FailureReason.Locked, OsCode.Ok, "probe", what);
        OsCode code = new(SharingViolation);
        return new(FailureReason.Locked, code, "probe", $"{OsErrorNames.Describe(files.Family, code)} ({what})");
    }
}
