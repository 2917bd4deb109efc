using Tidy.Core.Holders;
using Tidy.Core.Platform;

namespace Tidy.Tool.Engine;

/// <summary>Whether a file or folder is in use, and by whom where the system tells.</summary>
internal sealed record PathUse(string Path, FileUse Use, IReadOnlyList<Holder> Holders);
