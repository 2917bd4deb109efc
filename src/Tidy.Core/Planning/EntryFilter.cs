using Tidy.Core.Workspaces;

namespace Tidy.Core.Planning;

/// <summary>A question about an entry that does not copy its name.</summary>
internal delegate bool EntryFilter(FolderEntry entry);
