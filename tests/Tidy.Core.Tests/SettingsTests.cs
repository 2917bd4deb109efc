using Tidy.Core.Configuration;
using Tidy.Core.Settings;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class SettingsTests
{
    private static readonly string Guide = Guides.Read("settings.md");

    [TestMethod]
    public void Parse_OfAnUnknownKey_SaysWhereAndWhatIsValid()
    {
        TidyException wrong = Assert.ThrowsExactly<TidyException>(() => UserSettings.Parse("{\n  \"verson\": 1\n}", "settings.json"));
        Assert.AreEqual((Codes.BadConfig, ExitCode.Usage), (wrong.Code, wrong.Exit));
        StringAssert.StartsWith(wrong.Message, "settings.json(2,3): unknown key 'verson'");
        StringAssert.Contains(wrong.Message, "'version'");
    }

    [TestMethod]
    public void Parse_OfANewerVersion_IsRefused()
    {
        TidyException newer = Assert.ThrowsExactly<TidyException>(() => UserSettings.Parse("""{ "version": 2, "other": 1 }""", "settings.json"));
        Assert.AreEqual(Codes.NewerSchema, newer.Code);
    }

    [TestMethod]
    public void Read_OfAFileThatIsNotThere_SaysSo()
    {
        using TemporaryWorkspace folder = new();
        TidyException missing = Assert.ThrowsExactly<TidyException>(() => UserSettings.Read(folder.At("settings.json")));
        StringAssert.Contains(missing.Message, folder.At("settings.json"));
    }

    [TestMethod]
    public void TheTablesOfKeysInTheGuide_AreThoseOfTheReader() =>
        GeneratedFile.IsInStep("docs/settings.md", "guides/settings.md", KeyRows.Refresh(Guide, ObjectSchema.Of(SettingsKeys.All)));

    [TestMethod]
    public void TheTableOfKeysInTheGuideOfNotifications_IsThatOfTheReader() =>
        GeneratedFile.IsInStep("docs/notifications.md", "guides/notifications.md", KeyRows.Refresh(Guides.Read("notifications.md"), ObjectSchema.Of(SettingsKeys.All)));

    [TestMethod]
    public void UserFolder_WhenMade_IsOnlyForItsUser()
    {
        using TemporaryWorkspace folder = new();
        UserFolder user = UserFolder.At(folder.At("a/tidy-build"));
        user.Ensure();
        user.Ensure();
        Assert.IsTrue(Directory.Exists(user.FullPath));
        if (!OperatingSystem.IsWindows())
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(user.FullPath));
    }
}
