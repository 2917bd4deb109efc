using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Tidy.Dashboard.Tests;

/// <summary>A browser without a page: it asks the server what a test says, and can leave out or forge what a real one would send.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly Served served;
    private readonly HttpClient http;

    private Visitor(Served served)
    {
        this.served = served;
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(served.Address) };
    }

    public string? Cookie { get; set; }

    public string? Key { get; set; }

    public string? Origin { get; set; }

    public string? Host { get; set; }

    public string? FetchSite { get; set; }

    public string? IfNoneMatch { get; set; }

    /// <summary>Has a cookie, the page's key, and the page's origin.</summary>
    public static Visitor LetIn(Served served) => new(served)
    {
        Cookie = served.Session.Cookie.Reveal,
        Key = served.Session.Key.Reveal,
        Origin = served.Address,
    };

    public static Visitor Stranger(Served served) => new(served);

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>As the page asks for something to be done.</summary>
    public Task<HttpResponseMessage> DoAsync(string operation, string body) => SendAsync(HttpMethod.Post, $"{served.Session.Path}api/{operation}", body);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, string type = "application/json")
    {
        using HttpRequestMessage request = new(method, path);
        request.Headers.Host = Host;
        Add(request.Headers, "Cookie", Cookie is null ? null : $"tidy-dashboard={Cookie}");
        Add(request.Headers, "X-Tidy-Key", Key);
        Add(request.Headers, "Origin", Origin);
        Add(request.Headers, "Sec-Fetch-Site", FetchSite);
        Add(request.Headers, "If-None-Match", IfNoneMatch);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, type);
        return await http.SendAsync(request);
    }

    /// <summary>The messages of an answer, which must have this status.</summary>
    public static async Task<string> TextOf(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        string text = await answer.Content.ReadAsStringAsync();
        Assert.AreEqual(status, answer.StatusCode, text);
        return string.Join('\n', JsonDocument.Parse(text).RootElement.GetProperty("messages").EnumerateArray().Select(m => $"{m.GetProperty("code").GetString()} {m.GetProperty("text").GetString()}"));
    }

    public void Dispose() => http.Dispose();

    private static void Add(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
            headers.TryAddWithoutValidation(name, value);
    }
}
