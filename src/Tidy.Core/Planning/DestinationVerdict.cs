namespace Tidy.Core.Planning;

internal enum DestinationVerdict
{
    Free,

    /// <summary>Something is there, and the conflict mode wants the entry to fail.</summary>
    Taken,
    Skip,

    /// <summary>The same content is there already.</summary>
    Duplicate,

    /// <summary>The destination leaves the workspace through a link.</summary>
    Refused,
}
