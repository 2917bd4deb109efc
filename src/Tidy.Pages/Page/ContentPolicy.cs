using System.Security.Cryptography;
using System.Text;

namespace Tidy.Pages.Page;

/// <summary>
/// What the page may do, for its Content-Security-Policy: run its one script and use its one style sheet, both known by their hash, and nothing else. A
/// name of a file that turned into markup after all would be dead text.
/// </summary>
/// <param name="Connect">Where the script may fetch from: <c>'none'</c> or <c>'self'</c>.</param>
internal sealed record ContentPolicy(string Style, string Script, string Connect)
{
    public override string ToString() =>
        $"default-src 'none'; script-src {Hash(Script)}; style-src {Hash(Style)}; img-src data:; connect-src {Connect}; base-uri 'none'; form-action 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
