using System.Text.Json;
using System.Text;
using Tidy.Core.Configuration;
using Tidy.Core.Queue;
using Tidy.Core.Tests;
using Tidy.Core;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>A damaged queue file: what of it is sound is kept, what is not is set aside as it stood, and nothing else happens.</summary>
[TestClass]
public sealed class QueueFuzzTests(TestContext context)
{
    private static readonly QueueConfig Config = new();
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public void TheQuickReader_NeverReadsSomethingElseThanTheSerializer()
    {
        int read = 0;
        Fuzz fuzz = new("queue: quick reader", QueueDocuments.All);
        int cases = fuzz.Check(25_000, damage =>
        {
            byte[] json = damage.Bytes;
            if (QuickQueueReader.TryRead(json) is not { } quick)
                return;
            read++;
            Assert.AreEqual(Text(JsonSerializer.Deserialize(json, QueueJson.Default.QueueFileContentQueueFileItem)!), Text(quick));
        });
        Assert.IsGreaterThan(0, read);
        Figures.Report(context, "Hostile input: two readers of the queue file", $"{cases} damaged files, {read} readable", "0 read differently, 0 crashes, 0 hangs");
    }

    [TestMethod]
    public void EveryElement_IsKeptOrSetAsideAsItStood()
    {
        int sound = 0, unreadable = 0, setAside = 0;
        Fuzz fuzz = new("queue: decode", QueueDocuments.All);
        int cases = fuzz.Check(30_000, damage =>
        {
            byte[] json = damage.Bytes;
            if (Decode(json) is not { } decoded)
                return; // a newer schema: the file stays as it is
            if (decoded.Queue is null)
            {
                unreadable++;
                Assert.IsGreaterThan(0, decoded.Problem!.Length);
                return;
            }

            List<string> elements = ElementsOf(json);
            Assert.AreEqual(elements.Count, decoded.Queue.Count + decoded.Damaged.Count, "an element went silently");
            foreach (DamagedItem item in decoded.Damaged)
                Assert.IsTrue(elements.Remove(Kept(item)), $"set aside as something else: {item.Raw}");
            AssertUntouchedOnesAreKept(damage.Document, decoded, elements);
            (sound, setAside) = (sound + decoded.Queue.Count, setAside + decoded.Damaged.Count);
        });
        Assert.IsTrue(sound > 0 && unreadable > 0 && setAside > 0);
        Figures.Report(context, "Hostile input: queue file", $"{cases} damaged files",
            $"{sound} items kept, {setAside} set aside, {unreadable} files unreadable and kept; 0 items lost, 0 crashes, 0 hangs");
    }

    [TestMethod]
    public void WhatIsRead_IsWrittenTheSame()
    {
        int read = 0;
        Fuzz fuzz = new("queue: round trip", QueueDocuments.All);
        int cases = fuzz.Check(15_000, damage =>
        {
            if (Decode(damage.Bytes)?.Queue is not { } queue)
                return;
            read++;
            byte[] once = QueueCodec.Encode(queue, Config, "/w", Now);
            DecodedQueue again = QueueCodec.Decode(once, Config);
            Assert.IsNotNull(again.Queue, again.Problem);
            Assert.IsEmpty(again.Damaged, "what was written cannot be read");
            Assert.AreEqual(Encoding.UTF8.GetString(once), Encoding.UTF8.GetString(QueueCodec.Encode(again.Queue, Config, "/w", Now)));
            CollectionAssert.AreEqual(queue.Items.Select(Describe).ToArray(), again.Queue.Items.Select(Describe).ToArray());
        });
        Figures.Report(context, "Hostile input: queue file, write(read(x))", $"{cases} damaged files, {read} readable", "0 changed, 0 unknown fields or ids lost, 0 crashes");
    }

    private static DecodedQueue? Decode(byte[] json)
    {
        try
        {
            return QueueCodec.Decode(json, Config);
        }
        catch (TidyException e) when (e is { Code: Codes.NewerSchema, Exit: ExitCode.Unexpected })
        {
            return null;
        }
    }

    /// <summary>The elements of <c>items</c> as they stand in the file, which another reader finds.</summary>
    private static List<string> ElementsOf(byte[] json)
    {
        ReadOnlyMemory<byte> text = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json.AsMemory(3) : json;
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement items = document.RootElement.EnumerateObject().Last(static p => p.NameEquals("items")).Value;
        return [.. items.EnumerateArray().Select(static i => Encoding.Latin1.GetString(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(i)))];
    }

    /// <summary>A byte a character, as <see cref="ElementsOf"/> has them.</summary>
    private static string Kept(DamagedItem item)
    {
        const string Bytes = "base64:";
        return Encoding.Latin1.GetString(item.Raw.StartsWith(Bytes, StringComparison.Ordinal) ? Convert.FromBase64String(item.Raw[Bytes.Length..]) : Encoding.UTF8.GetBytes(item.Raw));
    }

    /// <summary>Whatever was done to the others.</summary>
    private static void AssertUntouchedOnesAreKept(Document document, DecodedQueue decoded, List<string> elements)
    {
        HashSet<string> untouched = [.. ElementsOf(document.Bytes)];
        foreach (string element in elements.Where(untouched.Contains))
        {
            using JsonDocument item = JsonDocument.Parse(Encoding.Latin1.GetBytes(element));
            string id = item.RootElement.GetProperty("id").GetString()!;
            Assert.IsNotNull(decoded.Queue!.FindById(id), $"an untouched item went: {id}");
        }
    }

    private static string Describe(PendingMove move) =>
        $"{move.Id} {move.Source} {move.Destination} {move.Action} {move.Status} {move.AttemptCount} {move.BytesEstimate} {QueueTime.Truncate(move.FirstSeenAt):O} {QueueTime.Truncate(move.NextEligibleAt):O} "
            + string.Join(',', move.UnknownFields.Select(static f => $"{f.Key}={JsonSerializer.Serialize(f.Value)}"));

    private static string Text(QueueFileContent<QueueFileItem> content)
    {
        try
        {
            return JsonSerializer.Serialize(content, QueueJson.Default.QueueFileContentQueueFileItem);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return e.Message; // an infinite number, or half a surrogate pair in a field that nobody knows: both have it, and both cannot write it
        }
    }
}
