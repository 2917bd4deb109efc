namespace Tidy.Tool.Rendering;

/// <summary>Lines of text for a person, with or without colours.</summary>
internal interface ILines
{
    /// <summary>Writes a piece of the current line.</summary>
    ILines Add(string text, Tone tone = Tone.Normal);

    void End();

    void Line(string text = "", Tone tone = Tone.Normal) => Add(text, tone).End();
}
