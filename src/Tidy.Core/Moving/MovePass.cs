using Tidy.Core.Journal;
using Tidy.Core.Planning;

namespace Tidy.Core.Moving;

/// <summary>
/// One pass of the mover over a plan, in its order. Intents are durable before the first rename, every result is journalled, and
/// what was locked gets a second try at the end.
/// </summary>
internal sealed class MovePass(RunRequest request, RunServices services, RunJournal journal)
{
    private readonly Mover mover = new(request, services.Files, journal);

    private readonly List<CarriedOut> carriedOut = [];
    private Arrivals arrivals = new([]);

    /// <summary>Something on the disk changed: a move, or a folder made for one.</summary>
    public bool ChangedAnything => mover.Folders.HasChanges;

    /// <summary>
    /// What Tidy writes itself comes after all else and its second tries, for an index describes what did move; in the plan's order. What
    /// undo puts back keeps its place: the folder around it may be the next to go.
    /// </summary>
    public void CarryOut(IReadOnlyList<MoveTry> tries, Action<MoveTry> decided, CancellationToken cancel)
    {
        arrivals = new Arrivals(tries);
        CarryAll([.. tries.Where(t => !t.Entry.Action.Writes())], decided, cancel);
        CarryAll([.. tries.Where(t => t.Entry.Action.Writes())], decided, cancel);
        mover.Folders.Flush();
    }

    private void CarryAll(MoveTry[] tries, Action<MoveTry> decided, CancellationToken cancel)
    {
        List<ArraySegment<MoveTry>> again = [];
        foreach (ArraySegment<MoveTry> unit in Units(tries))
        {
            if (cancel.IsCancellationRequested)
                break;
            CarryUnit(unit);
            if (IsTriedAgain(unit[0].Result, again.Count > 0))
                again.Add(unit);
            else
                Report(unit, decided);
        }

        foreach (ArraySegment<MoveTry> unit in again)
        {
            CarryUnit(unit); // many holders are gone by now: a compiler, a virus scanner, an indexer
            Report(unit, decided);
        }
    }

    /// <summary>What had nothing to do may have when the file it waited for moves after all: a folder is empty then, a file has arrived.</summary>
    private static bool IsTriedAgain(MoveResult? result, bool areOthers) =>
        result is { Failure.Reason: FailureReason.Locked } || (areOthers && result is { LeftBecause: not null });

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
            if (ProblemOf(one) is { } problem)
            {
                Fail(unit, problem);
                return;
            }
        }

        for (int i = 0; i < unit.Count; i++)
        {
            MoveResult result = mover.Carry(unit[i].Number, unit[i].Entry, carriedOut);
            if (!result.IsDone)
            {
                TakeBack(unit[..i]);
                Fail(unit, result);
                return;
            }

            unit[i].Result = result;
            unit[i].WaitsForUnit = false;
        }
    }

    private MoveResult? ProblemOf(MoveTry one)
    {
        if (!arrivals.HasCome(one))
            return MoveResult.Left("what should have come here did not");
        return mover.Obstacle(one.Entry) is { } obstacle ? MoveResult.Failed(obstacle) : null;
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

    private static void Fail(ArraySegment<MoveTry> unit, MoveResult why)
    {
        foreach (MoveTry one in unit)
        {
            if (one.Result is { IsDone: true })
                continue;
            one.Result = why;
            one.WaitsForUnit = one.Entry.UnitOf is not null;
        }
    }

    private void Report(ArraySegment<MoveTry> unit, Action<MoveTry> decided)
    {
        foreach (MoveTry one in unit)
        {
            journal.Append(Record(one));
            if (one.Result is { IsDone: true, Destination: var at })
                carriedOut.Add(new CarriedOut(one.Entry, at));
            decided(one);
        }
    }

    private static JournalRecord Record(MoveTry one) => one.Result switch
    {
        { Failure: { } failure } => new JournalRecord { Type = JournalTypes.Fail, Number = one.Number, Reason = WireNames.Of(failure.Reason), Code = failure.Code.Value },
        { LeftBecause: not null } => new JournalRecord { Type = JournalTypes.Fail, Number = one.Number, Reason = JournalTypes.Left },
        var result => new JournalRecord
        {
            Type = JournalTypes.Done,
            Number = one.Number,
            Destination = result?.Destination is { } at && !at.Equals(one.Entry.Destination) ? at.Value : null,
        },
    };
}
