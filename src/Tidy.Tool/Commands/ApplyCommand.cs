using McMaster.Extensions.CommandLineUtils;
using Tidy.Core;
using Tidy.Tool.Json;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

internal sealed class ApplyCommand : PlanningCommand
{
    public const string NoConfiguration =
        "There is no tidy.json here, so nobody has said yet what may move. 'dotnet tidy init' writes one (docs/configuration.md explains it); "
        + "without it, use the built-in rules with '--preset dotnet --preset agents'. 'dotnet tidy plan' shows what would move.";

    private readonly CommandOption planFile;
    private readonly CommandOption repair;

    public ApplyCommand(CommandLineApplication app)
        : base(app)
    {
        planFile = app.Option("--plan <FILE>", "Only what this file of 'plan --plan-out' lists, where nothing changed since", CommandOptionType.SingleValue);
        repair = app.Option("--repair", "Also make the required files, folders and buckets that are missing", CommandOptionType.NoValue);
        app.Option("--execute", "Accepted; apply always carries out", CommandOptionType.NoValue);
    }

    public override ExitCode Execute(Invocation call)
    {
        var config = call.Config(Presets(), NoConfiguration);
        RunRequest request = PlanningRequest(RunCommand.Apply, call, config) with { Repair = repair.HasValue() };
        if (planFile.Value() is { } file)
            request = request with { PlanFile = PlanFileJson.Read(file) };
        ExitCode exit = Run(call, request, Policy());
        if (!IsAutomatic && exit is (ExitCode.Done or ExitCode.Pending))
            AllowBuilds(call);
        return exit;
    }

    /// <summary>The files have moved, and that was what was asked for: without the note builds only go on reporting.</summary>
    private static void AllowBuilds(Invocation call)
    {
        try
        {
            call.Engine.AllowBuilds(call.Root);
        }
        catch (TidyException e)
        {
            call.Console.Error.Write($"warning {e.Code}: {SafeText.Visible(e.Message)} Until it can, builds only report.\n");
        }
    }
}
