namespace Tidy.Tool.Rendering;

/// <summary>What a piece of text means; a writer with colours shows it, a plain one does not.</summary>
internal enum Tone
{
    Normal,
    Heading,
    Good,
    Warning,
    Bad,
    Faint,
}
