using System.Globalization;
using System.Text;

namespace Tidy.Core.Archive;

/// <summary><c>ARCHIVE_INDEX.md</c>, for people. It has no time of its own, so it changes only with the archive.</summary>
internal sealed class MarkdownIndex : IIndexFormat
{
    private const string FirstLine = "<!-- Made by dotnet tidy from the files in this folder; what is written here by hand goes with the next change. -->\n";
    private const int Recent = 10;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string FileName => IndexFiles.Markdown;

    public byte[] Write(ArchiveIndex index, string generatedAt)
    {
        StringBuilder text = new(FirstLine);
        text.Append(CultureInfo.InvariantCulture, $"\n# {Escaped(index.Folder)}\n");
        if (index.Buckets.Count == 0)
            text.Append("\nThe archive is empty.\n");
        else
            AppendTables(text, index);
        return Utf8.GetBytes(text.ToString());
    }

    public bool IsIndex(byte[] file, out string generatedAt)
    {
        generatedAt = "";
        string text = Encoding.UTF8.GetString(file);
        return text.StartsWith(FirstLine, StringComparison.Ordinal) || text.StartsWith(FirstLine.Replace("\n", "\r\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static void AppendTables(StringBuilder text, ArchiveIndex index)
    {
        text.Append("\n| Bucket | Files | Bytes | What it holds |\n|---|---:|---:|---|\n");
        foreach (BucketStats bucket in index.Buckets)
            text.Append(CultureInfo.InvariantCulture, $"| {Escaped(bucket.Name)} | {bucket.Files} | {bucket.Bytes} | {bucket.Description} |\n");
        if (index.Recent.Count == 0)
            return;
        text.Append("\n## Newest files\n\n| File | Bytes | Written (UTC) | Kind |\n|---|---:|---|---|\n");
        foreach (RecentFile file in index.Recent.Take(Recent))
            text.Append(CultureInfo.InvariantCulture, $"| {Escaped(file.Path)} | {file.Bytes} | {JsonIndex.Time(file.WrittenAt)} | {file.Kind} |\n");
    }

    /// <summary>A name is text: neither a link, nor HTML, nor the end of its cell or line.</summary>
    private static string Escaped(string name)
    {
        StringBuilder text = new(name.Length + 8);
        foreach (char c in name)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
                text.Append('\uFFFD');
            else if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '(' or ')' or '#' or '+' or '!' or '|' or '~' or '&' or '@' or ':')
                text.Append('\\').Append(c);
            else
                text.Append(c);
        }

        return text.ToString();
    }
}
