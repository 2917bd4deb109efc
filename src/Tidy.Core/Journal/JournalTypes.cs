namespace Tidy.Core.Journal;

/// <summary>Values of <see cref="JournalRecord.Type"/>.</summary>
internal static class JournalTypes
{
    /// <summary>First line: which run, what command, when.</summary>
    public const string Run = "run";

    /// <summary>Will be tried. All intents are on disk before the first rename.</summary>
    public const string Intent = "intent";
    public const string Done = "done";
    public const string Fail = "fail";

    /// <summary>The reason of a <see cref="Fail"/> line when there was nothing to do, which is no failure.</summary>
    public const string Left = "left";

    /// <summary>The reason of a <see cref="Fail"/> line when recovery found that an interrupted run had not come to it.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Will create this folder.</summary>
    public const string MakeFolder = "mkdir";

    /// <summary>Will create this ignore file in a folder the run created.</summary>
    public const string Ignore = "ignore";

    /// <summary>The staged copy is verified and has this identity; what is left is its final name, and to remove the source.</summary>
    public const string Copied = "copied";

    /// <summary>The new content of this file has this hash, and the earlier one, if any, is kept under its hash; what is left is one rename.</summary>
    public const string Write = "write";

    /// <summary>Not of a run's journal: git's index has not followed this move yet.</summary>
    public const string Index = "index";

    /// <summary>Last line: the run came to its end.</summary>
    public const string End = "end";

    /// <summary>The reason of an <see cref="End"/> line that recovery wrote.</summary>
    public const string Recovered = "recovered";
}
