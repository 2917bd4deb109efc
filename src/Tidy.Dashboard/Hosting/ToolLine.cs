using Tidy.Dashboard.Access;

namespace Tidy.Dashboard.Hosting;

/// <summary>The line to the tool that started the server. It is a pipe: what goes through it is in no command line, environment or log.</summary>
internal sealed class ToolLine(TextReader input, TextWriter output, Links links)
{
    /// <summary>Tells the first link, and another one for each line; comes back when the tool hangs up, or the server is to end.</summary>
    public async Task FollowAsync(CancellationToken stopping)
    {
        Task ended = Task.Delay(Timeout.Infinite, stopping);
        do
        {
            await output.WriteLineAsync($"link {links.New()}");
            await output.FlushAsync(CancellationToken.None);
        }
        while (await NextAsync(ended) is not null);
    }

    /// <summary>Reading from a console or a pipe cannot be cancelled, so it is raced.</summary>
    private async Task<string?> NextAsync(Task ended)
    {
        Task<string?> line = Task.Run(input.ReadLine, CancellationToken.None);
        return await Task.WhenAny(line, ended) == line ? await line : null;
    }
}
