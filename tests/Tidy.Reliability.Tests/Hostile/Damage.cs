using System.Text;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>A document and what was done to it.</summary>
internal sealed record Damage(Document Document, IReadOnlyList<Edit> Edits)
{
    private const int Shown = 800;

    public byte[] Bytes => Edits.Aggregate(Document.Bytes, static (bytes, edit) => edit.Of(bytes));

    /// <summary>With fewer edits.</summary>
    public IEnumerable<Damage> Smaller() => Edits.Select(without => this with { Edits = [.. Edits.Where(e => !ReferenceEquals(e, without))] });

    public override string ToString()
    {
        string text = Encoding.Latin1.GetString(Bytes);
        string shown = text.Length > Shown ? $"{text[..Shown]}… ({text.Length} bytes)" : text;
        return $"{Document.Name} with {string.Join(", then ", Edits)}: {Uri.EscapeDataString(shown)}";
    }
}
