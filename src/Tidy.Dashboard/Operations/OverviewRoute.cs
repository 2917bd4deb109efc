using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Tidy.Core;

namespace Tidy.Dashboard.Operations;

/// <summary><c>GET api/overview</c>: the data of the page, or that they have not changed.</summary>
internal sealed class OverviewRoute(OverviewCache cache)
{
    public void Map(WebApplication app, string path) => app.MapGet($"{path}api/overview", context => Get().ExecuteAsync(context));

    /// <summary>The framework compares the tag with the one that the page has, and then answers 304.</summary>
    private IResult Get()
    {
        try
        {
            var (tag, json) = cache.Current();
            return Results.Bytes(json, "application/json", entityTag: new EntityTagHeaderValue($"\"{tag}\""));
        }
        catch (TidyException e)
        {
            return Answer.Failed(e);
        }
    }
}
