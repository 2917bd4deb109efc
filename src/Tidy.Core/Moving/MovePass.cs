using Tidy.Core.Journal;

namespace Tidy.Core.Moving;

/// <summary>
/// One pass of the mover over a plan, in its order. Intents are durable before the first rename, every result is journalled, and
/// what was locked gets a second try at the end.
/// </summary>
internal sealed class MovePass(RunRequest request, RunServices services, RunJournal journal)
{
    private readonly Mover mover = new(request, services.Files, journal);

    /// <summary>Something on the disk changed: a move, or a folder made for one.</summary>
    public bool ChangedAnything => mover.Folders.HasChanges;

    public void CarryOut(IReadOnlyList<MoveTry> tries, Action<MoveTry> decided, CancellationToken cancel)
    {
        List<ArraySegment<MoveTry>> locked = [];
        foreach (ArraySegment<MoveTry> unit in Units([.. tries]))
        {
            if (cancel.IsCancellationRequested)
                break;
            CarryUnit(unit);
            if (unit[0].Result?.Failure?.Reason == FailureReason.Locked)
                locked.Add(unit);
            else
                Report(unit, decided);
        }

        foreach (ArraySegment<MoveTry> unit in locked)
        {
            CarryUnit(unit); // many holders are gone by now: a compiler, a virus scanner, an indexer
            Report(unit, decided);
        }

        mover.Folders.Flush();
    }

    private static IEnumerable<ArraySegment<MoveTry>> Units(MoveTry[] tries)
    {
        for (int start = 0, end; start < tries.Length; start = end)
        {
            end = start + 1;
            while (end < tries.Length && tries[end].Entry.UnitOf is not null)
                end++;
            yield return new ArraySegment<MoveTry>(tries, start, end - start);
        }
    }

    /// <summary>Moves a file and its companions, or none of them.</summary>
    private void CarryUnit(ArraySegment<MoveTry> unit)
    {
        foreach (MoveTry one in unit)
        {
            if (mover.Obstacle(one.Entry) is { } obstacle)
            {
                Fail(unit, obstacle);
                return;
            }
        }

        for (int i = 0; i < unit.Count; i++)
        {
            MoveResult result = mover.Carry(unit[i].Number, unit[i].Entry);
            if (result.Failure is { } failure)
            {
                TakeBack(unit[..i]);
                Fail(unit, failure);
                return;
            }

            unit[i].Result = result;
            unit[i].WaitsForUnit = false;
        }
    }

    /// <summary>What cannot be put back stays reported as moved: that is where it is.</summary>
    private void TakeBack(ArraySegment<MoveTry> moved)
    {
        foreach (MoveTry one in moved)
        {
            if (mover.TakeBack(one.Entry, one.Result!.Value.Destination!).IsOk)
                one.Result = null;
        }
    }

    private static void Fail(ArraySegment<MoveTry> unit, Failure failure)
    {
        foreach (MoveTry one in unit)
        {
            if (one.Result is { IsDone: true })
                continue;
            one.Result = MoveResult.Failed(failure);
            one.WaitsForUnit = one.Entry.UnitOf is not null;
        }
    }

    private void Report(ArraySegment<MoveTry> unit, Action<MoveTry> decided)
    {
        foreach (MoveTry one in unit)
        {
            journal.Append(Record(one));
            decided(one);
        }
    }

    private static JournalRecord Record(MoveTry one) => one.Result is { Failure: { } failure }
        ? new JournalRecord { Type = JournalTypes.Fail, Number = one.Number, Reason = WireNames.Of(failure.Reason), Code = failure.Code.Value }
        : new JournalRecord
        {
            Type = JournalTypes.Done,
            Number = one.Number,
            Destination = one.Result?.Destination is { } at && !at.Equals(one.Entry.Destination) ? at.Value : null,
        };
}
