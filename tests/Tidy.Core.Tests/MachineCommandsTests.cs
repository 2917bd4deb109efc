using System.Diagnostics;
using System.Text;
using Tidy.Core.Scheduling;

namespace Tidy.Core.Tests;

[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class MachineCommandsTests
{
    private static readonly MachineCommands Commands = new();

    [TestMethod]
    public void AProgram_GetsWhatItReads_AndItsBytesComeBack()
    {
        byte[] bytes = [.. Enumerable.Range(0, 200_000).Select(i => (byte)i)]; // more than a pipe holds
        CommandAnswer answer = Commands.Run(new SystemCommand("sh", "-c", "cat; echo \"$WORD\" >&2; exit 7") { Input = bytes, Environment = new Dictionary<string, string> { ["WORD"] = "no" } });
        Assert.AreEqual((7, "no\n"), (answer.ExitCode, answer.Error));
        CollectionAssert.AreEqual(bytes, answer.Output);
        Assert.AreEqual("it ended with 3: a b", Commands.Run(new SystemCommand("sh", "-c", "echo a; echo b; exit 3")).Complaint);
    }

    [TestMethod]
    public void AProgramThatReads_GetsTheEndAndNotAPersonsTerminal() =>
        Assert.IsTrue(Commands.Run(new SystemCommand("cat") { TimeLimit = TimeSpan.FromSeconds(20) }).IsGood);

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void AProgramThatTakesTooLong_IsEndedWithItsChildren()
    {
        using TemporaryWorkspace folder = new();
        long start = Stopwatch.GetTimestamp();
        CommandAnswer answer = Commands.Run(new SystemCommand("sh", "-c", $"sleep 60 & echo $! >'{folder.At("child")}'; wait") { TimeLimit = TimeSpan.FromSeconds(1) });
        Assert.IsNull(answer.ExitCode);
        StringAssert.Contains(answer.Complaint, "longer than 1 s");
        Assert.IsLessThan(30, Stopwatch.GetElapsedTime(start).TotalSeconds);
        Assert.IsTrue(HasEnded(int.Parse(File.ReadAllText(folder.At("child")))), "the child too");
    }

    /// <summary>As a service that it starts: the pipe never ends.</summary>
    [TestMethod]
    public void AChildThatKeepsThePipe_HoldsNobodyUp()
    {
        CommandAnswer answer = Commands.Run(new SystemCommand("sh", "-c", "sleep 15 & echo said"));
        Assert.AreEqual((0, "said\n"), (answer.ExitCode, answer.Text));
    }

    /// <summary>Or nobody has asked yet how.</summary>
    private static bool HasEnded(int process)
    {
        string stat = $"/proc/{process}/stat";
        return SpinWait.SpinUntil(() => !File.Exists(stat) || Programs.Shell($"cat {stat} || true").Contains(") Z ", StringComparison.Ordinal), TimeSpan.FromSeconds(20));
    }

    [TestMethod]
    public void AProgramThatIsNotThere_SaysSo()
    {
        Assert.IsFalse(Commands.Has("tidy-no-such-program"));
        CommandAnswer answer = Commands.Run(new SystemCommand("tidy-no-such-program"));
        Assert.IsNull(answer.ExitCode);
        StringAssert.Contains(answer.Complaint, "'tidy-no-such-program' is not there");
    }

    [TestMethod]
    public void WhatAPersonWouldType_IsWhatTheShellUnderstands()
    {
        string[] words = ["a b", "it's", "\"", "$HOME", "", "plain-1/2"];
        string typed = new SystemCommand("printf", ["%s|", .. words]).ToString();
        Assert.AreEqual(string.Join('|', words) + "|", Encoding.UTF8.GetString(Commands.Run(new SystemCommand("sh", "-c", typed)).Output));
    }
}
