using Tidy.Core;
using Tidy.Core.Watching;

namespace Tidy.Tool.Rendering;

/// <summary>One output format of a watch: each event is seen at once.</summary>
internal interface IWatchReport : IWatchObserver
{
    void Ended(ExitCode exit);
}
