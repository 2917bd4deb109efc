using Tidy.Core;
using Tidy.Core.Planning;
using Tidy.Tool.Annotations;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Sarif;

/// <summary>A run as a SARIF log, for code scanning and for editors.</summary>
internal sealed class SarifReport(TextWriter data) : IRunReport
{
    public IRunObserver Observer => SilentObserver.Instance;

    public void Finish(RunResult result, ExitCode exit) => Write(data, result.Root.FullPath, [.. RunFindings.Of(result)], exit);

    /// <param name="root">The workspace, where it is known.</param>
    public static void Write(TextWriter data, string? root, IReadOnlyList<Finding> findings, ExitCode exit) =>
        ToolJson.WriteSarif(data, SarifLogs.Of(root, findings, exit));
}
