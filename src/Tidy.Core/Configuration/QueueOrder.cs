namespace Tidy.Core.Configuration;

/// <summary>Which pending move is retried first; ties go to the one first seen.</summary>
public enum QueueOrder
{
    Smallest,
    Largest,
    Oldest,
}
