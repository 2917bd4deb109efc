using System.Globalization;
using System.Text;
using Tidy.Core.Journal;
using Tidy.Core.Tests;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>Of a damaged journal only lines are believed that are whole, in the place where they were written, and fit their sum.</summary>
[TestClass]
public sealed class JournalFuzzTests(TestContext context)
{
    [TestMethod]
    public void ADamagedJournal_IsBelievedUpToTheDamageOnly()
    {
        int believed = 0, torn = 0;
        Fuzz fuzz = new("journal", JournalDocuments.AsWritten);
        int cases = fuzz.Check(25_000, damage =>
        {
            byte[] bytes = damage.Bytes;
            JournalFile journal = JournalFile.Of(bytes);
            List<byte[]> sound = SoundBeginning(bytes);
            Assert.AreEqual(sound.Count, journal.Records.Count);
            Assert.AreEqual(journal.IsTorn, sound.Sum(static l => l.Length + 1) < bytes.Length);
            byte[] again = JournalLine.Bytes(journal.Records);
            Assert.AreEqual(journal.Records.Count, JournalFile.Of(again).Records.Count);
            believed += sound.Count;
            torn += journal.IsTorn ? 1 : 0;
        });
        Assert.IsTrue(believed > 0 && torn > 0);
        Figures.Report(context, "Hostile input: journal", $"{cases} damaged files", $"{believed} lines believed, {torn} files torn; 0 lines believed whose sum does not fit, 0 crashes, 0 hangs");
    }

    /// <summary>By a sum that is made bit by bit, as RFC 3720 says it.</summary>
    private static List<byte[]> SoundBeginning(byte[] bytes)
    {
        List<byte[]> sound = [];
        for (int start = 0; Array.IndexOf(bytes, (byte)'\n', start) is >= 0 and var end; start = end + 1)
        {
            byte[] line = bytes[start..end];
            string text = Encoding.Latin1.GetString(line);
            if (line.Length <= 9 || text[8] != ' ' || !uint.TryParse(text[..8], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint sum) || sum != SlowSum(line[9..]))
                break;
            sound.Add(line);
        }

        return sound;
    }

    private static uint SlowSum(byte[] bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte b in bytes)
        {
            sum ^= b;
            for (int bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0x82F63B78;
        }

        return ~sum;
    }
}
