using Tidy.Core.Workspaces;

namespace Tidy.Core.Watching;

/// <summary>Why one file or folder is watched.</summary>
internal sealed class InotifyTarget
{
    /// <summary>New entries of this folder matter.</summary>
    public bool HasClutter { get; set; }

    /// <summary>Entries of this folder that mean something of their own.</summary>
    public List<InotifyName> Names { get; } = [];

    /// <summary>It waits in the queue, as these.</summary>
    public List<WorkspacePath> Waiting { get; } = [];

    public bool IsFolder => HasClutter || Names.Count > 0;
}
