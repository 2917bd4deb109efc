using System.Text.Json;
using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Core.Tests;
using Tidy.Tool.Json;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>A damaged plan file is refused, or makes a run do less: never anything that it does not say or that is not planned now.</summary>
[TestClass]
public sealed class PlanFileFuzzTests(TestContext context)
{
    [TestMethod]
    public void ADamagedPlan_IsRefused_OrSaysWhatHappens()
    {
        using Workbench bench = new(JournalDocuments.Config);
        bench.Write("a.log", "one");
        bench.Write("b.log", "two");
        bench.Write("old/c.txt", "three");
        RunResult plan = bench.Plan();
        using Scratch scratch = new();
        string file = scratch.At("plan.json");
        PlanFileJson.Write(file, plan, ExitCode.Done);
        Plan now = new([.. plan.Entries.Select(static o => o.Entry)], [], []);
        Document document = new("plan", File.ReadAllBytes(file));
        int agreed = 0, refused = 0;
        Fuzz fuzz = new("plan file", [document]);
        int cases = fuzz.Check(15_000, damage =>
        {
            byte[] json = damage.Bytes;
            File.WriteAllBytes(file, json);
            if (Read(file) is not { } read)
            {
                refused++;
                return;
            }

            HashSet<string> said = SaidBy(json);
            foreach (PlanEntry entry in PlanAgreement.Of(now, read).Entries.Where(static e => e.Status == EntryStatus.Planned))
            {
                agreed++;
                Assert.Contains(Line(entry.Source.Value, entry.Destination?.Value, WireNames.Of(entry.Action)), said);
                Assert.IsTrue(now.Entries.Contains(entry), $"{entry.Source} is not planned now");
            }
        });
        Assert.IsTrue(agreed > 0 && refused > 0);
        Figures.Report(context, "Hostile input: plan file", $"{cases} damaged files", $"{refused} refused, {agreed} entries agreed; 0 actions that the file does not say, 0 crashes, 0 hangs");
    }

    private static PlanFile? Read(string file)
    {
        try
        {
            return PlanFileJson.Read(file);
        }
        catch (TidyException e) when (e is { Code: Codes.StalePlan or Codes.PathRefused, Exit: ExitCode.Usage })
        {
            return null;
        }
    }

    /// <summary>The entries, as a reader finds them that knows nothing of ours.</summary>
    private static HashSet<string> SaidBy(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json.AsSpan().StartsWith(System.Text.Encoding.UTF8.Preamble) ? json.AsMemory(3) : json);
        JsonElement entries = document.RootElement.EnumerateObject().Last(static p => p.NameEquals("entries")).Value;
        return [.. entries.EnumerateArray().Select(static e => Line(Text(e, "src"), Text(e, "dest"), Text(e, "action")))];
    }

    private static string? Text(JsonElement entry, string key) => entry.EnumerateObject().Last(p => p.NameEquals(key)).Value.GetString()?.TrimEnd('/');

    private static string Line(string? source, string? destination, string? action) => $"{action}: {source} -> {destination}";
}
