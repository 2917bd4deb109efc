namespace Tidy.Core.Archive;

/// <summary>One of the files in which the index is kept.</summary>
internal interface IIndexFormat
{
    string FileName { get; }

    /// <param name="generatedAt">UTC, as the file has it.</param>
    byte[] Write(ArchiveIndex index, string generatedAt);

    /// <summary>Whether a program made the file as an index, so that it may be written anew.</summary>
    /// <param name="generatedAt">The time that is written in it; empty where it has none.</param>
    bool IsIndex(byte[] file, out string generatedAt);
}
