using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Tidy.Dashboard.Operations;
using Tidy.Pages.Page;

namespace Tidy.Dashboard.Access;

/// <summary>The link, and the page that it leads to.</summary>
internal sealed class PageRoutes(Session session, Links links)
{
    private readonly OverviewPage page = OverviewPage.Dashboard(session.Key.Reveal);

    public void Map(WebApplication app)
    {
        app.MapGet("/", context => Enter(context).ExecuteAsync(context));
        app.MapGet(session.Path, context => Show(context).ExecuteAsync(context));
    }

    /// <summary>Changes the token for a cookie and goes on to the page, so that the token is in no address bar and in no history.</summary>
    /// <remarks>
    /// A page that goes on by itself, and no redirect: the browser may come from a file of ours, which it takes for another site, and all the way
    /// of a redirect it gives no strict cookie to such a visitor.
    /// </remarks>
    private IResult Enter(HttpContext context)
    {
        if (!links.TryUse(context.Request.Query["token"]))
            return Answer.Refused(context.Request, StatusCodes.Status401Unauthorized, "The link is no longer good, for each works once. Press Enter where 'dotnet tidy dashboard' runs for another.");
        CookieOptions options = new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = session.Path };
        context.Response.Cookies.Append(Session.CookieName, session.Cookie.Reveal, options);
        return Html($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0; url={session.Path}\"><title>Tidy dashboard</title>");
    }

    private IResult Show(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = $"{page.Policy}; frame-ancestors 'none'";
        return Html(page.Html);
    }

    private static IResult Html(string html) => Results.Text(html, "text/html; charset=utf-8");
}
