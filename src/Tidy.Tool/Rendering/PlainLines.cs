namespace Tidy.Tool.Rendering;

/// <summary>Text as it is, with <c>\n</c> on every system so that outputs can be compared.</summary>
internal sealed class PlainLines(TextWriter writer) : ILines
{
    public ILines Add(string text, Tone tone = Tone.Normal)
    {
        writer.Write(text);
        return this;
    }

    public void End() => writer.Write('\n');
}
