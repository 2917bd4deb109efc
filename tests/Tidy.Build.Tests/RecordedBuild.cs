using Microsoft.Build.Framework;
using Moq;

namespace Tidy.Build.Tests;

/// <summary>A build engine that writes down what the tasks of one project log.</summary>
internal sealed class RecordedBuild
{
    private readonly Mock<IBuildEngine6> engine = new();
    private readonly List<string> lines = [];
    private readonly Dictionary<object, object> registered;

    public RecordedBuild()
        : this([])
    {
    }

    private RecordedBuild(Dictionary<object, object> registered)
    {
        this.registered = registered;
        const RegisteredTaskObjectLifetime ThisBuild = RegisteredTaskObjectLifetime.Build;
        engine.Setup(e => e.RegisterTaskObject(It.IsAny<object>(), It.IsAny<object>(), ThisBuild, false)).Callback((object key, object value, RegisteredTaskObjectLifetime _, bool _) => registered[key] = value);
        engine.Setup(e => e.GetRegisteredTaskObject(It.IsAny<object>(), ThisBuild)).Returns((object key, RegisteredTaskObjectLifetime _) => registered.GetValueOrDefault(key)!);
        engine.Setup(e => e.LogWarningEvent(It.IsAny<BuildWarningEventArgs>())).Callback((BuildWarningEventArgs w) => Add(w));
        engine.Setup(e => e.LogErrorEvent(It.IsAny<BuildErrorEventArgs>())).Callback((BuildErrorEventArgs e) => Add(e));
        engine.Setup(e => e.LogMessageEvent(It.IsAny<BuildMessageEventArgs>())).Callback((BuildMessageEventArgs m) => Add(m));
    }

    public IBuildEngine Engine => engine.Object;

    public List<BuildWarningEventArgs> Warnings { get; } = [];

    public List<BuildErrorEventArgs> Errors { get; } = [];

    public List<BuildMessageEventArgs> Messages { get; } = [];

    /// <summary>What a person sees at normal verbosity of the console: messages of high importance.</summary>
    public IEnumerable<string> Loud => Messages.Where(m => m.Importance == MessageImportance.High).Select(m => m.Message!);

    public string Everything => string.Join('\n', lines);

    /// <summary>The engine disposes what tasks registered, for all projects of this node.</summary>
    public void End()
    {
        foreach (IDisposable one in registered.Values.Cast<IDisposable>())
            one.Dispose();
        registered.Clear();
    }

    /// <summary>Another project of the same build, on the same node.</summary>
    public RecordedBuild Beside() => new(registered);

    private void Add(BuildWarningEventArgs warning)
    {
        Warnings.Add(warning);
        lines.Add($"warning {warning.Code} {warning.File}: {warning.Message}");
    }

    private void Add(BuildErrorEventArgs error)
    {
        Errors.Add(error);
        lines.Add($"error {error.Code} {error.File}({error.LineNumber},{error.ColumnNumber}): {error.Message}");
    }

    private void Add(BuildMessageEventArgs message)
    {
        Messages.Add(message);
        lines.Add($"message {message.Importance}: {message.Message}");
    }
}
