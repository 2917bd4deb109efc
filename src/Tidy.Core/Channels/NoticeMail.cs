using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Tidy.Core.Notices;

namespace Tidy.Core.Channels;

/// <summary>A notice as a mail: plain text in UTF-8, which any program shows and no name in it can turn into markup.</summary>
internal static class NoticeMail
{
    public static MailMessage Of(Notice notice, MailSettings settings)
    {
        MailMessage mail = new()
        {
            From = new MailAddress(settings.From, "Tidy.Build"),
            Subject = notice.Title,
            SubjectEncoding = Encoding.UTF8,
            Body = notice.Text.ReplaceLineEndings("\r\n"), // else each end of a line is written as =0A
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        foreach (string to in settings.To)
            mail.To.Add(to);
        // Servers and readers that see the same id twice keep one.
        mail.Headers.Add("Message-ID", $"<{notice.Id}@{mail.From.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no automatic answers, please
        return mail;
    }
}
