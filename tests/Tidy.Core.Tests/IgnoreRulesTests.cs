using Tidy.Core.Git;

namespace Tidy.Core.Tests;

/// <summary>What ignore files hide, held against git itself: Tidy may take what git hides for visible, never the other way round.</summary>
[TestClass]
public sealed class IgnoreRulesTests
{
    private static readonly string[] Paths =
    [
        "a.log", "b.log", "A.LOG", "logs/a.log", "logs/x/a.log", "x/logs/a.log", "foo/bar", "foo/bar/a.log", "x/foo/bar", "foo/xbar", "foo/x/ybar", "a/b.log", "a/x/b.log",
        "a/x/y/b.log", "a/b", "ab", "axb", "ax", "#a", "!a.log", "a ", "a[", ".hidden", "foo/.hidden", "foo*bar", "fooxbar", "a.log.gz", "Logs/a.log", "ü/é.log",
    ];

    /// <summary>Contents of ignore files, with <c>|</c> for the end of a line.</summary>
    private static readonly string[] Files =
    [
        "*", "*.log", "/a.log", "a.log", "logs", "logs/", "/logs/", "logs/*", "logs/**", "**/logs", "**/a.log", "a/**/b.log", "foo/bar", "/foo/bar/", "foo/*.log", "?.log", "*.LOG", "A.log",
        "**", "/**", "/*", "**/", "*/", "a*", "*a*", "a.*", ".*", "foo/**/*.log", "**/foo/**", "a.log/", "*/a.log", "/*/a.log", "a?b", "*.log/**", "ü/", "# a|a.log", "|a.log|", "é.log", " a.log",
        "*.log|!a.log", "*|!*/|!*.log", "logs/|!logs/a.log", "logs/*|!logs/a.log", "/*|!/foo", "*.log|!A.LOG", "*.log|!logs/", "*.log|!/logs/*.log", "!*", "!a.log|*.log", "*|!foo/**", "foo/*|!foo/bar",
        "\\#a", "\\!a.log", "#a", "a.log ", "a\\ ", "[ab].log", "[!a].log", "[^a].log", "[a-c].log", "[[:alpha:]].log", "a[", "a\\", "/", "!", "!/", "foo//bar", "a**b", "foo/**bar", "foo\\*bar", "*.[lL][oO][gG]",
        "*.log|!\\a.log", "*.log|![ab].log", "*.log|!a.log ", "*|!a**", "*.log|!", "*.log|!**a.log", "/*.log", "/*a*", "/*s/", "/*.*", "*.*", "*o/bar", "/*|!/*.log", "*.log|!/**/a.log", "*|!**/", "*.log\r|!a.log\r",
    ];

    [TestMethod]
    public void NothingIsTakenForHidden_ThatGitWouldShow()
    {
        List<string> cautious = Compare(Files);

        // Escapes, '?', sets of characters, '**' beside other characters, negations of these or in another case: the file stays then.
        string[] surprising = [.. cautious.Where(f => f.IndexOfAny(['\\', '[', '?']) < 0 && !f.Contains("a**", StringComparison.Ordinal) && !f.Contains("**b", StringComparison.Ordinal)
            && !f.Contains("**a", StringComparison.Ordinal) && !f.Contains("! ", StringComparison.Ordinal) && !f.Contains("A.LOG", StringComparison.Ordinal) && !f.EndsWith("Logs/a.log", StringComparison.Ordinal) && !f.EndsWith("a ", StringComparison.Ordinal))];
        Assert.AreEqual("", string.Join(", ", surprising));
        Assert.IsNotEmpty(cautious);
    }

    /// <summary>Patterns that nobody thought of. The library reads some otherwise than git, and more may be found.</summary>
    [TestMethod]
    public void OfPatternsByChance_TheSameIsTrue()
    {
        string[] parts = ["a", "*", "**", "/", "/", ".log", "foo", "x", "?", "!", "bar", "[ab]", "\\", "|", "|!", "ü", " ", "logs", "*.log", "A"];
        Random random = new(20261122);
        Compare([.. Enumerable.Range(0, 1500).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => parts[random.Next(parts.Length)])))]);
    }

    /// <summary>Each in a folder of its own, so that git is asked once.</summary>
    /// <returns>Those by which git hides something that Tidy takes for visible, each with a blank and the path of that.</returns>
    private static List<string> Compare(string[] contents)
    {
        using TemporaryWorkspace repository = new();
        GitRepository.InitAndAdd(repository.FullPath);
        for (int i = 0; i < contents.Length; i++)
            repository.Write($"{i}/.gitignore", contents[i].Replace('|', '\n') + "\n");
        HashSet<string> byGit = HiddenByGit(repository, [.. contents.SelectMany((_, i) => Paths.Select(path => $"{i}/{path}"))]);
        List<string> cautious = [];
        for (int i = 0; i < contents.Length; i++)
        {
            IgnoreFiles files = new(folder => folder.Length == 0 ? IgnoreRules.Of(contents[i].Replace('|', '\n')) : null, excludes: null);
            foreach (string path in Paths.Where(path => files.HidesFile(path) != byGit.Contains($"{i}/{path}")))
            {
                Assert.Contains($"{i}/{path}", byGit, $"'{contents[i]}' hides '{path}', says Tidy, and git shows it.");
                cautious.Add($"{contents[i]} {path}");
            }
        }

        return cautious;
    }

    [TestMethod]
    [DataRow("*.log", "!a.log", "", "", false, "the nearer file decides")]
    [DataRow("!a.log", "*.log", "", "", true, "the nearer file decides")]
    [DataRow("", "", "", "*.log", true, "info/exclude is the last one asked")]
    [DataRow("!a.log", "", "", "*.log", false, "info/exclude is the last one asked")]
    [DataRow("x/", "!a.log", "!a.log", "", true, "git does not look into a hidden folder")]
    [DataRow("/x/y/a.log", "", "", "", true, "from the top")]
    [DataRow("", "/y/a.log", "", "", true, "from the folder of the file")]
    [DataRow("", "/a.log", "", "", false, "from the folder of the file")]
    [DataRow("", "", "/a.log", "", true, "from the folder of the file")]
    public void OfSeveralFiles_TheOneThatGitAsks_Decides(string top, string x, string y, string excludes, bool isHidden, string why)
    {
        using TemporaryWorkspace repository = new();
        GitRepository.InitAndAdd(repository.FullPath);
        foreach ((string path, string text) in new[] { (".gitignore", top), ("x/.gitignore", x), ("x/y/.gitignore", y), (".git/info/exclude", excludes) })
            repository.Write(path, text + "\n");
        IgnoreFiles files = new(
            folder => IgnoreRules.Read(repository.At($"{folder}/.gitignore".TrimStart('/'))),
            IgnoreRules.Read(repository.At(".git/info/exclude")));

        Assert.AreEqual(isHidden, files.HidesFile("x/y/a.log"), why);
        Assert.AreEqual(isHidden, HiddenByGit(repository, "x/y/a.log").Count == 1, "git says the same");
    }

    private static HashSet<string> HiddenByGit(TemporaryWorkspace repository, params string[] paths)
    {
        string list = repository.Write("paths", string.Join('\0', paths) + "\0");
        string output = Programs.Shell($"git -C '{repository.FullPath}' check-ignore --no-index -z --stdin < '{list}' || test $? = 1");
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries)];
    }
}
