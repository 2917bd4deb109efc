using Tidy.Core.Queue;

namespace Tidy.Core.Configuration;

/// <summary>The keys of <c>health</c>.</summary>
internal static class HealthKeys
{
    public static readonly KeyTable<HealthThresholds> All = new(
        "Health",
        new HealthThresholds(),
        Key<HealthThresholds>.Of("pendingItems", Values.NotNegative, (health, count) => health with { PendingItems = count }, health => health.PendingItems,
            "More pending items are a warning."),
        Key<HealthThresholds>.Of("fileSize", Values.PositiveSize, (health, bytes) => health with { FileSize = bytes }, health => health.FileSize,
            "So is a larger queue file,"),
        Key<HealthThresholds>.Of("oldestAge", Values.Span, (health, age) => health with { OldestAge = age }, health => health.OldestAge,
            "a pending item that was first seen longer ago,"),
        Key<HealthThresholds>.Of("lockWait", Values.Span, (health, wait) => health with { LockWait = wait }, health => health.LockWait,
            "and a run that waited longer for the locks of the workspace and of the queue."),
        Key<HealthThresholds>.Of("lookBack", Values.PositiveSpan, (health, time) => health with { LookBack = time }, health => health.LookBack,
            "How far back waits are looked at. A run of that time that gave up waiting is a warning, too."));
}
