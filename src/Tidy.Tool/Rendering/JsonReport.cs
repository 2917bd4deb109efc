using Tidy.Core;
using Tidy.Tool.Json;

namespace Tidy.Tool.Rendering;

internal sealed class JsonReport(TextWriter data) : IRunReport
{
    public IRunObserver Observer => SilentObserver.Instance;

    public void Finish(RunResult result, ExitCode exit) => ToolJson.WriteObject(data, RunJson.Of(result, exit));
}
