using Tidy.Tool.Rendering;

namespace Tidy.Tool.Tests;

[TestClass]
public sealed class SafeTextTests
{
    [TestMethod]
    [DataRow("plain é 漢字 😀.txt", "plain é 漢字 😀.txt")]
    [DataRow("a\nb\tc\r", "a\\nb\\tc\\r")]
    [DataRow("\u001b[31mred", "\\u001B[31mred")]
    [DataRow("gpj.\u202eexe", "gpj.\\u202Eexe")]
    [DataRow("zero\u200bwidth", "zero\\u200Bwidth")]
    [DataRow("line\u2028end", "line\\u2028end")]
    public void WhatCannotBeSeen_IsMadeVisible(string text, string visible) => Assert.AreEqual(visible, SafeText.Visible(text));

    // Not a row of the table: an attribute cannot hold half a character.
    [TestMethod]
    public void HalfACharacter_IsMadeVisible() => Assert.AreEqual("lone\\uD800x", SafeText.Visible("lone\ud800x"));

    [TestMethod]
    [DataRow("a|b", "a\\|b")]
    [DataRow("*bold* _it_ [x](y)", "\\*bold\\* \\_it\\_ \\[x\\](y)")]
    [DataRow("@someone <img>", "&#64;someone &#60;img\\>")]
    [DataRow("two\nlines", "two\\\\nlines")]
    public void Prose_CannotBecomeMarkup(string text, string markdown) => Assert.AreEqual(markdown, SafeText.Markdown(text));

    [TestMethod]
    [DataRow("a.log", "`a.log`")]
    [DataRow("a|b.log", "`a\\|b.log`")]
    [DataRow("a`b.log", "`` a`b.log ``")]
    [DataRow("a\n| x |", "`a\\n\\| x \\|`")]
    public void AName_StaysInItsCell(string text, string code) => Assert.AreEqual(code, SafeText.MarkdownCode(text));
}
