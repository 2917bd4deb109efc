namespace Tidy.Core.Planning;

/// <summary>What is at the path of a folder that the configuration names.</summary>
internal enum FolderLook
{
    Missing,
    Real,

    /// <summary>A link, reached through one, no folder, or not to be looked at: a finding says so.</summary>
    Refused,
}
