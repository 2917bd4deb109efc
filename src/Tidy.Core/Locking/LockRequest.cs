using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Locking;

/// <summary>Whose lock is wanted, for what command, and how long to wait for it.</summary>
internal readonly record struct LockRequest(WorkspaceRoot Root, IOsFiles Files, TimeProvider Clock, TimeSpan Timeout, string Command);
