using Tidy.Core.Explaining;

namespace Tidy.Tool.Rendering;

/// <summary>What to do for another answer.</summary>
internal sealed class AdviceText(ILines lines)
{
    public void Write(IReadOnlyList<Advice> advice)
    {
        foreach (Advice one in advice)
        {
            lines.Line();
            lines.Line($"To {Aim(one.Aim)}{(one.Text is { } text ? $" ({SafeText.Visible(text)})" : "")}", Tone.Heading);
            foreach (string command in one.Commands)
                lines.Line($"  {command}");
            if (one.Line is { } line)
                WriteLine(line);
        }
    }

    /// <summary>A comma at the end does no harm: tidy.json may have one after the last item.</summary>
    private void WriteLine(ConfigLine line)
    {
        if (line.IsSetting)
        {
            string[] keys = line.Key.Split('.');
            lines.Line($"  in tidy.json, in the object \"{keys[0]}\"", Tone.Faint);
            lines.Line($"    \"{keys[1]}\": {line.Value},");
            return;
        }

        lines.Line($"  in tidy.json, at the beginning of the list \"{line.Key}\"", Tone.Faint);
        lines.Line($"    {SafeText.Visible(line.Value)},");
    }

    private static string Aim(AdviceAim aim) => aim switch
    {
        AdviceAim.Move => "have it moved",
        AdviceAim.Stay => "have it stay, without a word",
        AdviceAim.Try => "have it tried now",
        AdviceAim.Hold => "have it left alone for now",
        _ => "have the queue forget it",
    };
}
