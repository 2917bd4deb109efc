using System.Collections.Concurrent;

namespace Tidy.Dashboard.Access;

/// <summary>The links that let a browser in, each of them once.</summary>
internal sealed class Links
{
    private readonly ConcurrentDictionary<Secret, bool> unused = [];

    /// <summary>Known when the server listens.</summary>
    public int Port { get; set; }

    public string New()
    {
        var token = new Secret();
        unused[token] = true;
        return $"http://127.0.0.1:{Port}/?token={token.Reveal}";
    }

    /// <summary>Whether it is the token of a link that nobody used yet; after that it is used.</summary>
    public bool TryUse(string? token)
    {
        foreach (Secret known in unused.Keys)
        {
            if (known.Is(token))
                return unused.TryRemove(known, out _);
        }

        return false;
    }

    /// <summary>Only the names that our links have: a page of another site that has its own name point here (DNS rebinding) sends that name.</summary>
    public bool IsOurHost(string host) => host == $"127.0.0.1:{Port}" || host == $"localhost:{Port}";
}
