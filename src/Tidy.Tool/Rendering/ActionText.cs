using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Rendering;

/// <summary>How a person is told of what is no move.</summary>
internal static class ActionText
{
    /// <summary>The entry brings a file from one place to another, or removes one that is there already.</summary>
    public static bool IsMove(Outcome outcome) =>
        outcome.Entry.Action is PlanAction.Move or PlanAction.RemoveDuplicate or PlanAction.RestoreDuplicate;

    public static bool IsAboutFolder(Outcome outcome) => outcome.Entry.Action is PlanAction.RemoveEmptyDir or PlanAction.CreateDir;

    /// <summary>Its bytes are not known before they are made.</summary>
    public static bool HasSize(Outcome outcome) => IsMove(outcome) || outcome.Entry.Action is PlanAction.Compress or PlanAction.Decompress;

    /// <summary>A heading over entries of this action: what will happen, or has.</summary>
    public static string Heading(Outcome outcome) => (outcome.Entry.Action, outcome.Status == EntryStatus.Planned) switch
    {
        (PlanAction.RemoveEmptyDir, true) => "Empty folders, to be removed",
        (PlanAction.RemoveEmptyDir, false) => "Empty folders, removed",
        (PlanAction.CreateDir, true) => "Folders, to be made",
        (PlanAction.CreateDir, false) => "Folders, made",
        (PlanAction.Compress, true) => "To be compressed",
        (PlanAction.Compress, false) => "Compressed",
        (PlanAction.Decompress, true) => "To be unpacked",
        (PlanAction.Decompress, false) => "Unpacked",
        (PlanAction.RestoreFile, true) => "To be put back as it was",
        (PlanAction.RestoreFile, false) => "Put back as it was",
        (_, true) => "To be written",
        (_, false) => "Written",
    };

    /// <summary>Of one entry, beside its path: <c>compressed</c>, <c>to be written</c>.</summary>
    /// <param name="tense">As in <see cref="Count"/>.</param>
    public static string Word(Outcome outcome, string tense) => Word(outcome.Entry.Action, tense);

    /// <summary>For a sentence: <c>2 empty folders removed</c>.</summary>
    /// <param name="tense">Before the verb: <c>to be </c>, or nothing for what has happened.</param>
    public static string Count(PlanAction action, int count, string tense) => action switch
    {
        PlanAction.RemoveDuplicate => $"{Measures.Count(count, "duplicate", "duplicates")} {tense}removed",
        PlanAction.RemoveEmptyDir => $"{Measures.Count(count, "empty folder", "empty folders")} {tense}removed",
        PlanAction.CreateDir => $"{Measures.Count(count, "folder", "folders")} {tense}made",
        _ => $"{Measures.Files(count)} {Word(action, tense)}",
    };

    private static string Word(PlanAction action, string tense) => action switch
    {
        PlanAction.RemoveEmptyDir => $"{tense}removed as an empty folder",
        PlanAction.CreateDir => $"{tense}made as a folder",
        PlanAction.Compress => $"{tense}compressed",
        PlanAction.Decompress => $"{tense}unpacked",
        PlanAction.RestoreFile => $"{tense}put back as before",
        _ => $"{tense}written",
    };
}
