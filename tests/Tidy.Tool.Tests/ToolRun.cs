using Moq;
using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Workspaces;
using Tidy.Tool.Engine;

namespace Tidy.Tool.Tests;

/// <summary>One call of the tool with an engine that is played, and what it wrote.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private readonly TemporaryFolder folder = new();

    public ToolRun()
    {
        Engine.Setup(e => e.FromPresets(It.IsAny<IReadOnlyList<string>>())).Returns((IReadOnlyList<string> names) => new TidyConfig { Presets = names });
        Engine.Setup(e => e.ReadConfig(It.IsAny<string>())).Returns((string path) => new TidyConfig { File = path });
        Engine.Setup(e => e.AllowBuilds(It.IsAny<WorkspaceRoot>()));
        Engine.Setup(e => e.FollowUp(It.IsAny<RunResult>(), It.IsAny<bool>())).Returns([]);
        Engine.Setup(e => e.History(It.IsAny<WorkspaceRoot>())).Returns([Samples.Run]);
        Engine.Setup(e => e.ReadReport(It.IsAny<WorkspaceRoot>(), It.IsAny<string>())).Returns((byte[]?)null);
        Engine.Setup(e => e.OpenQueue(It.IsAny<WorkspaceRoot>(), It.IsAny<TidyConfig>(), It.IsAny<TimeSpan>())).Returns(Queue.Object);
        Engine.Setup(e => e.Run(It.IsAny<RunRequest>(), It.IsAny<IRunObserver>(), It.IsAny<CancellationToken>()))
            .Callback((RunRequest request, IRunObserver _, CancellationToken _) => Request = request)
            .Returns((RunRequest request, IRunObserver _, CancellationToken _) => Result(request));
    }

    public Mock<IEngine> Engine { get; } = new(MockBehavior.Strict);

    public Mock<IPendingQueue> Queue { get; } = new(MockBehavior.Strict);

    /// <summary>What the engine answers to a run.</summary>
    public Func<RunRequest, RunResult> Result { get; set; } = request => Samples.Empty(request.Command, request.Root);

    /// <summary>The last request the engine got.</summary>
    public RunRequest? Request { get; private set; }

    /// <summary>The environment variables of the call.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public TemporaryFolder Folder => folder;

    public bool OutIsTerminal { get; init; }

    /// <summary>Stdout, with the folder's name and the tool's version replaced.</summary>
    public string Out => Plain(output);

    public string Error => Plain(error);

    /// <summary>Runs in the temporary folder.</summary>
    public ExitCode In(params string[] args) => Bare([.. args, "--workspace", folder.Root.FullPath]);

    public ExitCode Bare(params string[] args)
    {
        var console = new ToolConsole(output, error) { Clock = new FixedClock(), Environment = Variables.GetValueOrDefault, OutIsTerminal = OutIsTerminal };
        return new TidyApp(Engine.Object, console, CancellationToken.None).Run(args);
    }

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
    }

    private string Plain(StringWriter writer) => writer.ToString()
        .Replace(folder.Root.FullPath, "<root>", StringComparison.Ordinal)
        .Replace($"\"tool_version\":\"{ToolVersion.Text}\"", "\"tool_version\":\"<version>\"", StringComparison.Ordinal);
}
