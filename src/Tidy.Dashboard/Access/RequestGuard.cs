using Microsoft.AspNetCore.Http;
using Tidy.Dashboard.Operations;

namespace Tidy.Dashboard.Access;

/// <summary>
/// Lets through what our own page, in a browser that came by a link, asks of this server by its own name. Each check is of use alone; together
/// they hold also in a browser that sends no fetch metadata.
/// </summary>
internal sealed class RequestGuard(Session session, Links links)
{
    public Task CheckAsync(HttpContext context, RequestDelegate next) => RefusalOf(context.Request) switch
    {
        null => next(context),
        var (status, why) => Refuse(context, status, why),
    };

    private (int Status, string Why)? RefusalOf(HttpRequest request)
    {
        if (!links.IsOurHost(request.Host.Value ?? ""))
            return (StatusCodes.Status421MisdirectedRequest, "It was asked for under another name than its own.");
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
            return (StatusCodes.Status405MethodNotAllowed, "It is not done this way.");
        if (request.Path == "/" && HttpMethods.IsGet(request.Method))
            return null; // a link; what is behind it is checked there
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "none" or "same-origin"))
            return (StatusCodes.Status403Forbidden, "Another page asked for it.");
        if (!session.Cookie.Is(request.Cookies[Session.CookieName]))
            return (StatusCodes.Status401Unauthorized, "Come by the link that 'dotnet tidy dashboard' printed; each works once, and Enter there makes another.");
        return HttpMethods.IsPost(request.Method) ? RefusalOfChange(request) : null;
    }

    private (int Status, string Why)? RefusalOfChange(HttpRequest request)
    {
        if (request.Headers.Origin != $"http://{request.Host.Value}")
            return (StatusCodes.Status403Forbidden, "Another page asked for it.");
        if (!session.Key.Is(request.Headers[Session.KeyHeader]))
            return (StatusCodes.Status403Forbidden, "The page is of an earlier dashboard, or not ours; open it anew.");
        return request.HasJsonContentType() ? null : (StatusCodes.Status415UnsupportedMediaType, "It is not JSON.");
    }

    private static Task Refuse(HttpContext context, int status, string why) => Answer.Refused(context.Request, status, why).ExecuteAsync(context);
}
