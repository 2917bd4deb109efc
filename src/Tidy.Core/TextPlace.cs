namespace Tidy.Core;

/// <summary>Where in a text file something is wrong.</summary>
/// <param name="Path">As the reader of the file got it; absolute for a file on the disk.</param>
/// <param name="Line">From 1; null when the whole file is meant.</param>
/// <param name="Column">From 1, in UTF-16 units as editors count.</param>
public sealed record TextPlace(string Path, int? Line = null, int? Column = null)
{
    /// <summary>As it stands before a message: <c>tidy.json(3,5): </c>.</summary>
    public string Prefix => System.IO.Path.GetFileName(Path) + (Line is null ? ": " : $"({Line},{Column}): ");
}
