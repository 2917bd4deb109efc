using System.Text.Json;
using Tidy.Core.Platform;
using Tidy.Core.Settings;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Scheduling;

/// <summary><c>schedule-runs.jsonl</c> in the person's folder, by which <c>status</c> tells whether it really runs. Under the lock of a run.</summary>
public sealed class ScheduleRunLog(UserFolder folder, IOsFiles files, TimeProvider clock)
{
    public const string FileName = "schedule-runs.jsonl";

    /// <summary>Beyond so many lines it is cut down to the last <see cref="KeptRuns"/> runs.</summary>
    public const int MaxLines = 400;

    public const int KeptRuns = 100;

    private readonly StateFile file = new(folder.File(FileName), clock, files);

    public string FullPath => file.FullPath;

    /// <summary>Oldest first. Of two lines of one run the later counts; a line that cannot be read costs itself.</summary>
    /// <exception cref="TidyException">The file cannot be read.</exception>
    public IReadOnlyList<ScheduleRun> Read() => RunsIn(file.Read() ?? []);

    /// <exception cref="TidyException">It cannot be written.</exception>
    public void Append(ScheduleRun run)
    {
        byte[] before = file.Read() ?? [];
        if (before.AsSpan().Count((byte)'\n') < MaxLines)
        {
            file.Append(Line(run));
            return;
        }

        file.RemoveLeftovers();
        file.Replace([.. RunsIn(before).TakeLast(KeptRuns - 1).Append(run).SelectMany(Line)]);
    }

    private static List<ScheduleRun> RunsIn(byte[] content)
    {
        List<ScheduleRun> runs = [];
        foreach (Range line in content.AsSpan().Split((byte)'\n'))
        {
            if (Decode(content.AsSpan(line)) is not { } run)
                continue;
            int begun = runs.FindIndex(r => r.Id == run.Id);
            if (begun < 0)
                runs.Add(run);
            else
                runs[begun] = run;
        }

        return runs;
    }

    private static byte[] Line(ScheduleRun run) => [.. JsonSerializer.SerializeToUtf8Bytes(run, SchedulingFormats.OneLine.ScheduleRun), (byte)'\n'];

    private static ScheduleRun? Decode(ReadOnlySpan<byte> line)
    {
        try
        {
            return line.IsEmpty ? null : JsonSerializer.Deserialize(line, SchedulingFormats.OneLine.ScheduleRun);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
