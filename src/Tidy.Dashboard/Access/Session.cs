namespace Tidy.Dashboard.Access;

/// <summary>What a browser that came by a link has, as long as the server runs.</summary>
internal sealed class Session
{
    public const string CookieName = "tidy-dashboard";

    public const string KeyHeader = "X-Tidy-Key";

    /// <summary>In the cookie: a request comes from the browser that used a link.</summary>
    public Secret Cookie { get; } = new();

    /// <summary>In the page: a request that changes something comes from our page and not from another one in that browser.</summary>
    public Secret Key { get; } = new();

    /// <summary>
    /// Where all of the dashboard is. A browser gives a cookie to every port of a host, so to whatever else runs on this machine; but not
    /// outside of the cookie's path, and this one nobody else knows.
    /// </summary>
    public string Path { get; } = $"/{new Secret().Reveal}/";
}
