namespace Tidy.Core.Channels;

public enum MailEncryption
{
    /// <summary>Encrypted, or not at all.</summary>
    StartTls,
    None,
}
