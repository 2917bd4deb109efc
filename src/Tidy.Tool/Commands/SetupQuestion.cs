using Tidy.Core;
using Tidy.Core.Configuration;
using Tidy.Core.Setup;
using Tidy.Tool.Rendering;

namespace Tidy.Tool.Commands;

/// <summary>Shows a person what <c>init</c> would write, and asks. Where nobody can be asked the answer is no.</summary>
internal static class SetupQuestion
{
    /// <param name="isAgreed">A person said yes; false where there was nothing to ask.</param>
    /// <returns>What was agreed to, with the presets that the person chose; null for a no.</returns>
    /// <exception cref="TidyException">There is something to write, and nobody to ask.</exception>
    public static SetupProposal? Agree(Invocation call, SetupProposal proposal, out bool isAgreed)
    {
        isAgreed = false;
        TextReader? person = call.Console.Person();
        if (proposal.Files.Count == 0)
        {
            isAgreed = person is not null && !proposal.BuildsMayApply && IsYes(Answer(call, person, "May builds with Tidy.Build move files in this clone? [y/N] "));
            return proposal;
        }

        if (person is not null || !call.Common.Quiet)
            Show(call, proposal);
        if (person is null)
            throw new TidyException(Codes.Usage, ExitCode.Usage, $"Nothing was written: nobody is here to be asked. Say --yes to write {string.Join(" and ", proposal.Files)}.");
        SetupProposal? agreed = Ask(call, person, proposal);
        isAgreed = agreed is not null;
        if (!isAgreed)
            call.Console.Error.Write("Nothing was written.\n");
        return agreed;
    }

    private static SetupProposal? Ask(Invocation call, TextReader person, SetupProposal proposal)
    {
        string question = proposal.Config is null ? "Write it? [y/N] " : "Write it? [y/N, or the names of the presets you want] ";
        while (Answer(call, person, question) is { } answer)
        {
            if (IsYes(answer))
                return proposal;
            string[] names = [.. answer.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
            if (names.Length == 0 || answer.Trim() is "n" or "N" or "no" || proposal.Config is null)
                return null;
            if (Array.TrueForAll(names, name => Preset.Names.Contains(name)))
                Show(call, proposal = call.Engine.ProposeSetup(call.Root, names));
            else
                call.Console.Error.Write($"These are the presets: {string.Join(", ", Preset.Names)}.\n");
        }

        return null;
    }

    private static void Show(Invocation call, SetupProposal proposal)
    {
        TextWriter error = call.Console.Error;
        if (proposal.Config is { } text)
        {
            error.Write($"tidy.json for {SafeText.Visible(call.Root.FullPath)} would be:\n\n");
            foreach (string line in text.TrimEnd('\n').Split('\n'))
                error.Write(line.Length == 0 ? "\n" : $"    {SafeText.Visible(line)}\n");
            error.Write('\n');
        }

        if (proposal.WritesSchema)
            error.Write($"{SchemaFile.Name}, by which editors help with tidy.json, would be {(proposal.Schema == SchemaState.Outdated ? "renewed" : "written")}.\n");
    }

    /// <summary>Null at the end of the input, and when the person pressed Ctrl+C: reading alone would not notice that.</summary>
    private static string? Answer(Invocation call, TextReader person, string question)
    {
        call.Console.Error.Write(question);
        call.Console.Error.Flush();
        try
        {
            var reading = Task.Run(person.ReadLine);
            reading.Wait(call.Cancellation);
            return reading.Result;
        }
        catch (OperationCanceledException)
        {
            call.Console.Error.Write('\n');
            return null;
        }
    }

    private static bool IsYes(string? answer) => answer?.Trim() is "y" or "Y" or "yes" or "Yes" or "YES";
}
