using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Tidy.Core.Delivery;
using Tidy.Core.Notices;
using Tidy.Core.Reports;

namespace Tidy.Core.Channels;

/// <summary>A POST of JSON. Redirects are not followed: they would carry token and names to somebody else.</summary>
internal sealed class WebhookChannel(WebhookSettings settings, Secrets secrets, TimeProvider clock) : IChannel
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPeace = TimeSpan.FromDays(1);
    private const int AnswerLength = 200;

    public string Name => "webhook";

    public string Target => settings.Address is { } address ? WebhookAddress.Shown(address) : $"the address in {Secrets.AddressVariable}";

    public void Send(Notice notice, CancellationToken cancel)
    {
        Uri address = Address();
        using SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false };
        using HttpClient client = new(handler) { Timeout = Timeout };
        using HttpRequestMessage request = Request(notice, address);
        try
        {
            using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (!response.IsSuccessStatusCode)
                throw Refused(response, address, cancel);
        }
        catch (HttpRequestException e)
        {
            throw new DeliveryException($"{WebhookAddress.Shown(address)} cannot be reached: {Safe(e.InnerException?.Message ?? e.Message)}", e);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new DeliveryException($"{WebhookAddress.Shown(address)} did not answer within {Timeout.TotalSeconds:0} s", e);
        }
    }

    private Uri Address()
    {
        if (settings.Address is { } written)
            return written;
        string text = secrets.Address ?? throw new DeliveryException(
            $"settings.json has no 'url', and the environment variable {Secrets.AddressVariable} is not set where this ran. 'dotnet tidy notify send', where it is set, delivers");
        return WebhookAddress.TryParse(text, out Uri? address, out string? problem) ? address : throw new DeliveryException($"the environment variable {Secrets.AddressVariable} {problem}");
    }

    private HttpRequestMessage Request(Notice notice, Uri address)
    {
        byte[] body = settings.Template?.Fill(notice) ?? NoticeJson.Bytes(notice);
        HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.ParseAdd("Tidy.Build");
        // The same notice, should it come twice, has the same id.
        request.Headers.Add("webhook-id", notice.Id);
        long seconds = clock.GetUtcNow().ToUnixTimeSeconds();
        request.Headers.Add("webhook-timestamp", $"{seconds}");
        if (secrets.Token is { } token && settings.Proof == WebhookProof.Signature)
            request.Headers.Add("webhook-signature", WebhookSignature.Of(token, notice.Id, seconds, body));
        else if (secrets.Token is { } bearer)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {bearer.Trim()}");
        return request;
    }

    private DeliveryException Refused(HttpResponseMessage response, Uri address, CancellationToken cancel)
    {
        int status = (int)response.StatusCode;
        bool isLater = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || status >= 500;
        string advice = status is >= 300 and < 400 ? "it leads elsewhere; redirects are not followed" : AnswerOf(response, cancel);
        return new DeliveryException($"{WebhookAddress.Shown(address)} answers {status}{(advice.Length == 0 ? "" : $": {advice}")}")
        {
            IsLasting = !isLater,
            RetryAfter = PeaceOf(response.Headers.RetryAfter),
        };
    }

    private TimeSpan? PeaceOf(RetryConditionHeaderValue? asked)
    {
        TimeSpan? peace = asked?.Delta ?? (asked?.Date is { } date ? date - clock.GetUtcNow() : null);
        return peace > LongestPeace ? LongestPeace : peace;
    }

    /// <summary>Its beginning: a page of an error is long, and nobody's business.</summary>
    private string AnswerOf(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            using Stream stream = response.Content.ReadAsStream(cancel);
            byte[] beginning = new byte[AnswerLength * 4];
            int length = stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
            return Safe(Encoding.UTF8.GetString(beginning, 0, length).Trim());
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            return "";
        }
    }

    private string Safe(string text) => VisibleText.Shortened(VisibleText.Of(secrets.Hide(text)), AnswerLength);
}
