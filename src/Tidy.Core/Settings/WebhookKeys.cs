using System.Text.Json;
using System.Text.Json.Nodes;
using Tidy.Core.Channels;
using Tidy.Core.Configuration;

namespace Tidy.Core.Settings;

/// <summary>The keys of <c>notify.webhook</c>.</summary>
internal static class WebhookKeys
{
    private static readonly string[] Proofs = ["bearer", "signature"];

    private static readonly Value<Uri> Address = new(static (ref json) => AddressIn(ref json), ValueSchemas.NotBlank);

    private static readonly Value<WebhookTemplate> Template = new(static (ref json) => TemplateIn(ref json), static () => new JsonObject { ["type"] = "object" });

    private static readonly KeyTable<WebhookSettings> All = new(
        "Webhook",
        new WebhookSettings(),
        Key<WebhookSettings>.Of("url", Address, (hook, url) => hook with { Address = url }, _ => null,
            $"Where to: `https`, or `http` to this machine. Without it the environment variable `{Secrets.AddressVariable}` says it, for an address that is itself a secret."),
        Key<WebhookSettings>.Of("auth", Values.Word(Proofs), (hook, word) => hook with { Proof = (WebhookProof)word }, hook => hook.Proof,
            $"What is done with the environment variable `{Secrets.TokenVariable}`, where it is set. `bearer`: sent as `Authorization: Bearer`. "
            + "`signature`: never sent; it signs what is (`webhook-signature`)."),
        Key<WebhookSettings>.Of("template", Template, (hook, template) => hook with { Template = template }, _ => null,
            "The JSON that is posted; `{{title}}` and other placeholders in its texts are replaced. Without it the whole notice is posted."))
    {
        RefusalOf = SecretKeys.RefusalOf,
    };

    public static readonly Value<WebhookSettings> Value = Values.Object(() => All);

    private static Uri AddressIn(ref ValueReader json)
    {
        if (!WebhookAddress.TryParse(json.Text(), out Uri? address, out string? problem))
            throw json.Problem(problem); // without the address: it may be a secret
        return WebhookAddress.IsSecret(address)
            ? throw json.Problem($"has an address that is itself a secret: whoever knows it can post. Take it out, and set the environment variable {Secrets.AddressVariable} where Tidy runs.", Codes.SecretInSettings)
            : address;
    }

    private static WebhookTemplate TemplateIn(ref ValueReader json)
    {
        JsonElement template = json.Json();
        return WebhookTemplate.ProblemOf(template) is { } problem ? throw json.Problem(problem) : new WebhookTemplate(template);
    }
}
