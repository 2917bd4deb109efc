using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Tidy.Tool.Tests;

/// <summary>
/// A real cron daemon, in a mount namespace where the crontabs are its own: it starts the tool when it begins, as a machine does, and at the
/// daily time, which is the next minute.
/// </summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed partial class CronTests
{
    private const string Script = """
        set -eu
        mount -t tmpfs tmpfs /var/spool/cron
        mkdir -m 1730 /var/spool/cron/crontabs && chgrp crontab /var/spool/cron/crontabs
        mkdir -p empty && mount --bind empty /etc/cron.d
        : >none && mount --bind none /etc/crontab
        mount -t tmpfs tmpfs /run
        echo '# mine' | crontab -
        at=$(date -d '+75 seconds' +%H:%M)
        tidy schedule install --workspace shop --backend cron --at "$at" >installed || [ $? = 1 ] # the daemon is not there yet
        cron -f &
        daemon=$!
        trap 'kill $daemon' EXIT
        for try in $(seq 300); do
          [ "$(grep -c '"ended_at":"' data/tidy-build/schedule-runs.jsonl 2>/dev/null || true)" != 2 ] || break
          sleep 0.5
        done
        tidy schedule status --format json >status
        tidy schedule uninstall --workspace shop
        crontab -l >left
        """;

    /// <summary>Of the minute to come, and a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [TestMethod]
    public void TheDaemon_StartsTheToolWithTheMachine_AndAtTheDailyTime()
    {
        RequireRootAndCron();
        using PersonsMachine machine = new();
        machine.Workspace("shop");

        string said = InNamespace(machine);

        JsonElement status = JsonDocument.Parse(File.ReadAllText(machine.At("status"))).RootElement;
        Assert.IsTrue(status.GetProperty("will_run").GetBoolean(), $"{status}\n{said}");
        Assert.AreEqual("cron", status.GetProperty("last_run").GetProperty("started_by").GetString());
        string[] runs = [.. File.ReadAllLines(machine.At("data/tidy-build/schedule-runs.jsonl")).Where(l => l.Contains("\"ended_at\":\"", StringComparison.Ordinal))];
        Assert.HasCount(2, runs, "with the machine, and at its time");
        StringAssert.Contains(runs[0], "\"moved\":1");
        Assert.IsTrue(File.Exists(machine.At("shop/archive/logs/old.log")));
        Assert.AreEqual("# mine\n", File.ReadAllText(machine.At("left")));
    }

    private static string InNamespace(PersonsMachine machine)
    {
        string tidy = machine.Write("tools/tidy", $"#!/bin/sh\nexec \"{ToolProcess.Host}\" exec \"{ToolProcess.Dll}\" \"$@\"\n");
        File.SetUnixFileMode(tidy, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        ProcessStartInfo start = ToolProcess.ReadByATest(new("unshare", ["--mount", "--propagation", "private", "bash", "-c", Script])
        {
            WorkingDirectory = machine.At(""),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        start.Environment["PATH"] = $"{machine.At("tools")}:{start.Environment["PATH"]}:/usr/sbin:/sbin"; // without the stand-ins
        start.Environment["XDG_DATA_HOME"] = machine.At("data"); // cron itself starts with the home of the real user
        using Process shell = Process.Start(start)!;
        Task<string> output = shell.StandardOutput.ReadToEndAsync(), error = shell.StandardError.ReadToEndAsync();
        bool hasEnded = shell.WaitForExit(Patience);
        if (!hasEnded)
            shell.Kill(entireProcessTree: true);
        Assert.IsTrue(hasEnded && shell.ExitCode == 0, error.Result);
        return output.Result + error.Result;
    }

    private static void RequireRootAndCron()
    {
        string? why = Geteuid() != 0 ? "Only root may make a mount namespace." : !File.Exists("/usr/sbin/cron") ? "cron is not installed (Debian: apt-get install cron)." : null;
        if (why is not null)
            throw Environment.GetEnvironmentVariable("CI") == "true" ? new AssertFailedException(why) : new AssertInconclusiveException(why);
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint Geteuid();
}
