using Tidy.Core.Runs;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class RunNameTests
{
    [TestMethod]
    [DataRow("build-20251211-103000", "build")]
    [DataRow("build_20251211_103000", "build")]
    [DataRow("build-20251211T103000Z", "build")]
    [DataRow("build-20251211103000", "build")]
    [DataRow("build-20251211-103000-2", "build")]
    [DataRow("phase3-2025-12-11T10-00-00Z", "phase3")]
    [DataRow("phase3-2025-12-11_10-00-00", "phase3")]
    [DataRow("phase-3-2025-12-11", "phase-3")]
    [DataRow("phase-3-20251211-103000", "phase-3")]
    [DataRow("run-2025-12-11T10:00:00.123456Z", "run")]
    [DataRow("run_12", "run")]
    [DataRow("run-007", "run")]
    [DataRow("batch.7", "batch")]
    [DataRow("run-12-3", "run")]
    [DataRow("run-1702290000-4821", "run")]
    [DataRow("telemetry-v2-14", "telemetry-v2")]
    [DataRow("lovable-p10-3", "lovable-p10")]
    [DataRow("20251211-103000", "")]
    [DataRow("2025-12-11T10-00-00Z", "")]
    [DataRow("12", "")]
    public void AStampAtTheEnd_LeavesTheGroup(string name, string group) => Assert.AreEqual(new RunName(group, true), RunName.Of(name));

    [TestMethod]
    [DataRow("autopack")]
    [DataRow("_shared")]
    [DataRow("file-organizer-app-v1")]
    [DataRow("storage-optimizer")]
    [DataRow("phase3")]
    [DataRow("run-12-final")]
    [DataRow("backup.7z")]
    [DataRow("run-")]
    [DataRow("pilot12")]
    [DataRow("build-a1b2c3")]
    [DataRow("Z")]
    [DataRow("start-t12")]
    public void OtherNames_HaveNone_AndAreTheirOwnGroup(string name) => Assert.AreEqual(new RunName(name, false), RunName.Of(name));
}
