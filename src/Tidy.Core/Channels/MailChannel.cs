using System.Net;
using System.Net.Mail;
using Tidy.Core.Delivery;
using Tidy.Core.Notices;
using Tidy.Core.Reports;

namespace Tidy.Core.Channels;

/// <summary>Mail by SMTP, encrypted with STARTTLS.</summary>
/// <remarks>
/// <see cref="SmtpClient"/> is not recommended for new programs because it lacks newer protocols: TLS from the first byte, OAuth. It needs no package, checks
/// certificates by the system's trust, and for plain text to a mail server over STARTTLS nothing more is needed.
/// </remarks>
internal sealed class MailChannel(MailSettings settings, Secrets secrets) : IChannel
{
    private const int TimeoutMilliseconds = 30_000;
    private const int AnswerLength = 300;

    public string Name => "mail";

    public string Target => $"{string.Join(", ", settings.To)} through {Server}";

    private string Server => $"{settings.Host}:{settings.Port}";

    public void Send(Notice notice, CancellationToken cancel)
    {
        using SmtpClient client = new(settings.Host, settings.Port) { EnableSsl = settings.Encryption == MailEncryption.StartTls, Timeout = TimeoutMilliseconds };
        if (settings.User is { } user)
            client.Credentials = new NetworkCredential(user, secrets.Password ?? throw NoPassword());
        using MailMessage mail = NoticeMail.Of(notice, settings);
        try
        {
            client.SendMailAsync(mail, cancel).GetAwaiter().GetResult();
        }
        catch (SmtpFailedRecipientsException e)
        {
            // With several receivers the mail went to the others.
            bool wasTaken = e.InnerExceptions.Length < settings.To.Count;
            throw Refused(e, $"the server {Server} refuses {string.Join(", ", e.InnerExceptions.Select(r => r.FailedRecipient))}", wasTaken);
        }
        catch (SmtpFailedRecipientException e)
        {
            throw Refused(e, $"the server {Server} refuses {e.FailedRecipient}", wasTaken: settings.To.Count > 1);
        }
        catch (SmtpException e)
        {
            throw Refused(e, $"the mail could not be given to {Server}", wasTaken: false);
        }
    }

    private DeliveryException NoPassword() => new(
        $"the environment variable {Secrets.PasswordVariable} is not set where this ran, and 'user' is {settings.User}. 'dotnet tidy notify send', where it is set, delivers");

    /// <summary>5xx is for good (RFC 5321, 4.2.1), but a rejected log-on may be a password that is about to be changed.</summary>
    private DeliveryException Refused(SmtpException e, string what, bool wasTaken)
    {
        string why = (e.InnerException ?? e) is var cause && cause is AggregateException { InnerException: { } inner } ? inner.Message : cause.Message;
        string answer = VisibleText.Shortened(VisibleText.Of(secrets.Hide(why)), AnswerLength);
        return new DeliveryException($"{what}: {answer}", e) { IsLasting = (int)e.StatusCode >= 550, WasTaken = wasTaken };
    }
}
