using System.Text.Json.Nodes;

namespace Tidy.Package.Tests.Builds;

/// <summary>The queue of a repository with one item in it, as its file says.</summary>
internal sealed class QueueState(BuildRepository repository)
{
    public string Status => Item()["status"]!.GetValue<string>();

    public int Attempts => Item()["attempt_count"]!.GetValue<int>();

    /// <summary>The clock that counts is that of other processes, so it cannot be played.</summary>
    public void WaitUntilDue()
    {
        var due = DateTimeOffset.Parse(Item()["next_eligible_at"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture);
        while (DateTimeOffset.UtcNow < due)
            Thread.Sleep(20);
    }

    private JsonNode Item() => JsonNode.Parse(File.ReadAllText(repository.Queue))!["items"]!.AsArray().Single()!;
}
