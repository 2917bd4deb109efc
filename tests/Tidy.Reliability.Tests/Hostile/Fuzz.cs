using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>Damages documents at random and asks of each whether something holds; what fails is shrunk, and said with its seed.</summary>
/// <param name="most">At most so many edits of one document.</param>
internal sealed class Fuzz(string suite, IReadOnlyList<Document> documents, int most = 4)
{
    /// <summary>A case takes microseconds; one that takes this long hangs, however busy the machine.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private static readonly Gen<int> Place = Gen.Choose(0, int.MaxValue - 1);

    private static readonly Gen<Edit> AnyEdit =
        from kind in Gen.Elements(Enum.GetValues<EditKind>())
        from at in Place
        from length in Gen.Frequency((8, Gen.Choose(0, 16)), (2, Gen.Choose(0, 4000)))
        from pick in Place
        select new Edit(kind, at, length, pick);

    private volatile Damage? current;
    private long startedAt;
    private int cases;

    public TimeSpan Slowest { get; private set; }

    /// <returns>How many cases there were: <paramref name="count"/>, or ten times as many of a full sweep.</returns>
    public int Check(int count, Action<Damage> holds)
    {
        Config config = ConfigOf(suite, count);
        Property property = Prop.ForAll(Arb.From(Damages(), static d => d.Smaller()), damage => Timed(damage, holds));
        Task check = Task.Factory.StartNew(() => FsCheck.Check.One(config, property), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        WaitFor(check);
        return cases;
    }

    /// <summary>So many cases, ten times as many of a full sweep, from the seed of this test run.</summary>
    public static Config ConfigOf(string suite, int count)
    {
        ulong seed = unchecked((ulong)Chance.For(suite).NextInt64());
        return Config.QuickThrowOnFailure
            .WithQuietOnSuccess(true)
            .WithMaxTest(Chance.Everything ? count * 10 : count)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed, seed | 1), FSharpOption<int>.None)));
    }

    private Gen<Damage> Damages() =>
        from document in Gen.Elements(documents.AsEnumerable())
        from count in Gen.Choose(0, most)
        from edits in Gen.ArrayOf(AnyEdit, count)
        select new Damage(document, edits);

    private void Timed(Damage damage, Action<Damage> holds)
    {
        current = damage;
        long start = Stopwatch.GetTimestamp();
        Volatile.Write(ref startedAt, start);
        try
        {
            holds(damage);
        }
        finally
        {
            cases++;
            current = null;
            if (Stopwatch.GetElapsedTime(start) is var took && took > Slowest)
                Slowest = took;
        }
    }

    private void WaitFor(Task check)
    {
        while (true)
        {
            try
            {
                if (check.Wait(TimeSpan.FromSeconds(1)))
                    return;
            }
            catch (AggregateException e)
            {
                throw new AssertFailedException($"{suite}: {e.InnerException!.Message} {Chance.Repeat}", e.InnerException);
            }

            if (current is { } damage && Stopwatch.GetElapsedTime(Volatile.Read(ref startedAt)) > Hang)
                Assert.Fail($"{suite} hangs: {damage} {Chance.Repeat}");
        }
    }
}
