using System.Text.Json;
using Tidy.Core.Configuration;
using Tidy.Core.Platform;
using Tidy.Core.Rules;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class ConfigWordsTests
{
    [TestMethod]
    public void TheWordsOfTheConfiguration_AreThoseOfTheEnumerationsInTheirOrder()
    {
        AreNamesOf<RuleAction>(ConfigWords.Actions);
        AreNamesOf<ConflictMode>(ConfigWords.Conflicts);
        AreNamesOf<RootPolicy>(ConfigWords.RootPolicies);
        AreNamesOf<TrackedFilesPolicy>(ConfigWords.TrackedFiles);
        AreNamesOf<InUsePolicy>(ConfigWords.InUse);
        AreNamesOf<QueueOrder>(ConfigWords.QueueOrders);
    }

    private static void AreNamesOf<T>(string[] words)
        where T : struct, Enum =>
        CollectionAssert.AreEqual(Array.ConvertAll(Enum.GetNames<T>(), JsonNamingPolicy.CamelCase.ConvertName), words);
}
