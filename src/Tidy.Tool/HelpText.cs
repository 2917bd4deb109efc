namespace Tidy.Tool;

/// <summary>Texts of the help that are longer than a line, or in several places.</summary>
internal static class HelpText
{
    /// <summary>The values of <c>--preset</c>, those first that are in use without one. Written out: to ask for them costs a part of every start.</summary>
    public const string Presets = "dotnet, agents, node, python, data, windows-debris, strict";

    /// <summary>What the main help says below the commands.</summary>
    public const string Extended = """

        Start here:
          dotnet tidy demo                       see it work in a temporary workspace
          dotnet tidy                            show what would move here; changes nothing
          dotnet tidy init                       propose a tidy.json for this repository
          dotnet tidy apply                      move it
          dotnet tidy undo                       put it back

        More examples:
          dotnet tidy explain build.log          why would this file move?
          dotnet tidy apply --preset dotnet      without a tidy.json: use built-in rules (docs/rules.md)
          dotnet tidy plan --plan-out plan.json  write the plan down, review it, then:
          dotnet tidy apply --plan plan.json     carry out exactly that
          dotnet tidy locks app.db --wait        who has it open? wait until it is free
          dotnet tidy watch                      stay, and move files in use as soon as they are free
          dotnet tidy verify                     in CI: shows findings at their files (docs/guides/CI.md)
          dotnet tidy verify --format json       for scripts

        Exit codes:
            0  done, or tidy
            1  findings: not tidy (verify), something would move (plan --check), in use (locks)
            2  wrong usage or configuration, or a plan beyond the limits; nothing was moved
            3  done, but files are queued or need a person (0 with --allow-pending)
            4  unexpected error, or unsafe to go on
            5  another run is at work in this workspace
          130  cancelled
        """;
}
