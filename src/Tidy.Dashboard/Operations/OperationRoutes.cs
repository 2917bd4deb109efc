using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tidy.Core;

namespace Tidy.Dashboard.Operations;

/// <summary><c>POST api/retry|hold|release|drop|undo</c>: what a person can have done from the page.</summary>
internal sealed class OperationRoutes(WorkspaceOperations operations)
{
    /// <summary>A page of the queue has 25; nobody confirms more than this with open eyes.</summary>
    private const int MostItems = 1000;

    public void Map(WebApplication app, string path)
    {
        MapItems("retry", operations.Retry);
        MapItems("hold", operations.Hold);
        MapItems("release", operations.Release);
        MapItems("drop", operations.Drop);
        app.MapPost($"{path}api/undo", context => AnswerAsync(context, DashboardJson.Default.UndoRequest, body => operations.Undo(RunOf(body))));

        void MapItems(string name, Func<IReadOnlyList<string>, IReadOnlyList<Message>> operation) =>
            app.MapPost($"{path}api/{name}", context => AnswerAsync(context, DashboardJson.Default.ItemsRequest, body => operation(IdsOf(body))));
    }

    private static async Task AnswerAsync<T>(HttpContext context, JsonTypeInfo<T> type, Func<T?, IReadOnlyList<Message>> operation) =>
        await (await CarryOutAsync(context, type, operation)).ExecuteAsync(context);

    private static async Task<IResult> CarryOutAsync<T>(HttpContext context, JsonTypeInfo<T> type, Func<T?, IReadOnlyList<Message>> operation)
    {
        try
        {
            T? body = await context.Request.ReadFromJsonAsync(type, context.RequestAborted);
            return Answer.Of(await Task.Run(() => operation(body), CancellationToken.None)); // a run is ended by the end of the server, not by a closed tab
        }
        catch (JsonException)
        {
            return Answer.Refused(context.Request, StatusCodes.Status400BadRequest, "It is not the JSON that the page sends.");
        }
        catch (TidyException e)
        {
            return Answer.Failed(e);
        }
    }

    /// <summary>None would mean all to a retry, so none is refused.</summary>
    private static IReadOnlyList<string> IdsOf(ItemsRequest? body) => body?.Ids is { Count: > 0 and <= MostItems } ids && ids.All(id => !string.IsNullOrEmpty(id))
        ? ids
        : throw new TidyException(Codes.Usage, ExitCode.Usage, $"Name 1 to {MostItems} queued files by their ids.");

    private static string RunOf(UndoRequest? body) => body?.Run is { Length: > 0 } run
        ? run
        : throw new TidyException(Codes.Usage, ExitCode.Usage, "Name the run to undo by its id.");
}
