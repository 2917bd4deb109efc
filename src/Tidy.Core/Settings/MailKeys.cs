using System.Net.Mail;
using Tidy.Core.Channels;
using Tidy.Core.Configuration;

namespace Tidy.Core.Settings;

/// <summary>The keys of <c>notify.mail</c>.</summary>
internal static class MailKeys
{
    private static readonly string[] Encryptions = ["starttls", "none"];

    private static readonly Value<string> Host = new(static (ref json) => HostIn(ref json), ValueSchemas.NotBlank);

    private static readonly Value<string> Address = new(static (ref json) => AddressIn(ref json), ValueSchemas.NotBlank);

    private static readonly Value<int> Port = new(static (ref json) => PortIn(ref json), static () => ValueSchemas.Number(1));

    private static readonly Value<int> Encryption = new(static (ref json) => EncryptionIn(ref json), static () => ValueSchemas.Word(Encryptions));

    private static readonly KeyTable<MailSettings> All = new(
        "Mail",
        new MailSettings(),
        Key<MailSettings>.Required("host", Host, (mail, host) => mail with { Host = host },
            "The mail server."),
        Key<MailSettings>.Of("port", Port, (mail, port) => mail with { Port = port }, mail => mail.Port,
            "Its port; 25 is usual for a relay in the own network."),
        Key<MailSettings>.Of("tls", Encryption, (mail, word) => mail with { Encryption = (MailEncryption)word }, mail => Encryptions[(int)mail.Encryption],
            "`starttls`: nothing is sent before the connection is encrypted and the certificate is good. `none`: in the clear, without `user`."),
        Key<MailSettings>.Of("user", Values.Text, (mail, user) => mail with { User = user }, _ => null,
            $"Logs on with this name, and the password from the environment variable `{Secrets.PasswordVariable}`."),
        Key<MailSettings>.Required("from", Address, (mail, from) => mail with { From = from },
            "The sender."),
        Key<MailSettings>.Required("to", Values.List(Address), (mail, to) => mail with { To = to },
            "The receivers."))
    {
        RefusalOf = SecretKeys.RefusalOf,
    };

    public static readonly Value<MailSettings> Value = new(Read, () => ObjectSchema.Of(All));

    private static MailSettings Read(ref ValueReader json)
    {
        MailSettings mail = json.Object(All, All.Empty);
        if (mail.Host.Length == 0 || mail.From.Length == 0 || mail.To.Count == 0)
            throw json.Problem("needs 'host', 'from', and at least one address in 'to'.");
        return mail is { User: not null, Encryption: MailEncryption.None, IsLoopback: false }
            ? throw json.ProblemOf("tls", "cannot be 'none' with a 'user': the password would cross the network in the clear. Use 'starttls'.")
            : mail;
    }

    private static string HostIn(ref ValueReader json)
    {
        string host = json.Text();
        return Uri.CheckHostName(host) != UriHostNameType.Unknown ? host : throw json.Problem($"cannot be '{host}': it is no name of a server. The port has a key of its own.");
    }

    private static string AddressIn(ref ValueReader json)
    {
        string address = json.Text();
        // What has a line break or a second address in it would become lines of the mail's head.
        return MailAddress.TryCreate(address, out MailAddress? parsed) && parsed.Address == address
            ? address
            : throw json.Problem($"cannot be '{address}': it is no mail address, such as build@example.org.");
    }

    private static int PortIn(ref ValueReader json) =>
        json.Positive() is <= ushort.MaxValue and var port ? port : throw json.Problem($"must not be more than {ushort.MaxValue}.");

    private static int EncryptionIn(ref ValueReader json) => json.IsText && json.Text() is "implicit" or "tls" or "ssl"
        ? throw json.Problem("cannot encrypt from the first byte (port 465): the mail client of .NET does not. Use 'starttls', mostly port 587, which all common servers have.")
        : json.Word(Encryptions);
}
