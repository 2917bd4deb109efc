namespace Tidy.Reliability.Tests.Concurrency;

/// <summary>Threads of their own for things that must happen at the same time; the pool would let some wait for others.</summary>
internal static class AtOnce
{
    /// <summary>Runs each on its own thread to its end, and then fails with the first failure of any.</summary>
    public static void Run(params Action[] actions)
    {
        List<Exception> failures = [];
        Thread[] threads = [.. actions.Select(action => new Thread(() => Try(action, failures)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        if (failures.Count > 0)
            throw new AssertFailedException(failures[0].ToString(), failures[0]);
    }

    /// <summary>So many rounds: all contenders start each of them at the same moment, as near as a machine can.</summary>
    public static void Race(int rounds, params Action<int>[] contenders)
    {
        using Rendezvous start = new(contenders.Length);
        Run([.. contenders.Select(contend => (Action)(() =>
        {
            try
            {
                for (int round = 0; round < rounds; round++)
                {
                    start.Meet();
                    contend(round);
                }
            }
            finally
            {
                start.Leave();
            }
        }))]);
    }

    private static void Try(Action action, List<Exception> failures)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            lock (failures)
                failures.Add(e);
        }
    }
}
