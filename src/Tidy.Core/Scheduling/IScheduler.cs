namespace Tidy.Core.Scheduling;

/// <summary>
/// One kind of scheduler that systems have. It only looks and says what is to be done; <see cref="StepRunner"/> does it. Asked about one that is
/// not there, it answers all the same.
/// </summary>
public interface IScheduler
{
    /// <summary>As the command line names it.</summary>
    string Name { get; }

    /// <summary>What starts it besides the daily time, in words that follow "and".</summary>
    string LogonWords { get; }

    /// <summary>Why it cannot be used here, or null. A clause without a full stop.</summary>
    string? WhyNot();

    /// <exception cref="TidyException">What is registered cannot be read, so that nothing may be written over it.</exception>
    IReadOnlyList<ScheduleStep> StepsToInstall(WantedSchedule wanted);

    /// <summary>Empty when it has nothing of Tidy's.</summary>
    /// <exception cref="TidyException">As for <see cref="StepsToInstall"/>.</exception>
    IReadOnlyList<ScheduleStep> StepsToRemove();

    /// <param name="wanted">What was installed as far as is known; null when that is not known.</param>
    /// <exception cref="TidyException">What is registered cannot be read.</exception>
    SchedulerLook Look(WantedSchedule? wanted);
}
