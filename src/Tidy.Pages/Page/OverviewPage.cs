using System.Text;
using Tidy.Pages.Overviews;

namespace Tidy.Pages.Page;

/// <summary>The page that shows an overview: one HTML file with all it needs. Neither its title nor its text has the place of the workspace.</summary>
public sealed class OverviewPage
{
    private OverviewPage(string html, string policy)
    {
        Html = html;
        Policy = policy;
    }

    public string Html { get; }

    /// <summary>For the header Content-Security-Policy; a file has it in itself too.</summary>
    public string Policy { get; }

    /// <summary>With the data in it; it can be opened from anywhere.</summary>
    public static OverviewPage Report(WorkspaceOverview overview)
    {
        string json = Encoding.UTF8.GetString(OverviewJson.Bytes(overview).Span);
        return Of("Tidy report", "'none'", $"<script type=\"application/json\" id=\"overview\">{json}</script>", key: null);
    }

    /// <summary>Without data: it fetches them beside itself, from <c>api/</c>, and can have things done.</summary>
    /// <param name="key">Proves that a request to do something comes from this page; only letters and digits.</param>
    public static OverviewPage Dashboard(string key) => Of("Tidy dashboard", "'self'", overview: "", key);

    private static OverviewPage Of(string title, string connect, string overview, string? key)
    {
        string style = PageFile.Style, script = PageFile.Script;
        string policy = new ContentPolicy(style, script, connect).ToString();
        var html = new StringBuilder(PageFile.Html)
            .Replace("<!--policy-->", $"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
            .Replace("<!--title-->", title)
            .Replace("<!--style-->", $"<style>{style}</style>")
            .Replace("<!--script-->", $"<script>{script}</script>")
            .Replace("<body>", key is null ? "<body>" : $"<body data-key=\"{key}\">")
            .Replace("<!--overview-->", overview); // last: what stands in the data is not looked at again
        return new OverviewPage(html.ToString(), policy);
    }
}
