using Tidy.Core.Notices;

namespace Tidy.Core.Channels;

/// <summary>The channels that settings name.</summary>
public static class ChannelList
{
    /// <param name="settings">Null: nobody is told.</param>
    /// <param name="folder">Where a command is started: not a workspace, which could have programs of its own.</param>
    public static IReadOnlyList<IChannel> Of(NoticeSettings? settings, Secrets secrets, TimeProvider clock, string folder)
    {
        List<IChannel> channels = [];
        if (settings?.Mail is { } mail)
            channels.Add(new MailChannel(mail, secrets));
        if (settings?.Webhook is { } hook)
            channels.Add(new WebhookChannel(hook, secrets, clock));
        if (settings?.Command is { } command)
            channels.Add(new CommandChannel(command, secrets, folder));
        return channels;
    }
}
