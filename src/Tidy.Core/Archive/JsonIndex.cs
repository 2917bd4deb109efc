using System.Globalization;
using System.Text.Json;

namespace Tidy.Core.Archive;

/// <summary><c>ARCHIVE_INDEX.json</c>, schema 1: the fields are those of the reference system. All paths are relative.</summary>
internal sealed class JsonIndex : IIndexFormat
{
    /// <summary>Raised when the same files give another index, and not with each release: that would write all indexes anew.</summary>
    private const string GeneratorVersion = "1.0.0";

    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n" };

    public string FileName => IndexFiles.Json;

    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public byte[] Write(ArchiveIndex index, string generatedAt)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Layout))
        {
            json.WriteStartObject();
            json.WriteNumber("schema_version", 1);
            json.WriteString("generated_at_utc", generatedAt);
            json.WriteString("generator_version", GeneratorVersion);
            json.WriteStartArray("archive_roots");
            WriteRoot(json, index);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    public bool IsIndex(byte[] file, out string generatedAt)
    {
        generatedAt = "";
        try
        {
            using JsonDocument json = JsonDocument.Parse(file);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("archive_roots", out JsonElement roots))
                return false;
            if (json.RootElement.TryGetProperty("generated_at_utc", out JsonElement time) && time.ValueKind == JsonValueKind.String)
                generatedAt = time.GetString()!;
            return roots.ValueKind == JsonValueKind.Array;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false; // no JSON, or a text in it that is none
        }
    }

    private static void WriteRoot(Utf8JsonWriter json, ArchiveIndex index)
    {
        json.WriteStartObject();
        json.WriteString("id", index.Folder.Replace('/', '-'));
        json.WriteString("root_rel", index.Folder);
        json.WriteString("kind", "archive");
        json.WriteStartArray("bucket_stats");
        foreach (BucketStats bucket in index.Buckets)
            WriteBucket(json, bucket);
        json.WriteEndArray();
        json.WriteStartArray("recent_files");
        foreach (RecentFile file in index.Recent)
            WriteRecent(json, file);
        json.WriteEndArray();
        json.WriteString("provenance", "dotnet tidy, from names, sizes and times; no content was read");
        json.WriteEndObject();
    }

    private static void WriteBucket(Utf8JsonWriter json, BucketStats bucket)
    {
        json.WriteStartObject();
        json.WriteString("bucket_rel", bucket.Name);
        json.WriteNumber("file_count", bucket.Files);
        json.WriteNumber("total_bytes", bucket.Bytes);
        json.WriteString("description", bucket.Description);
        json.WriteEndObject();
    }

    private static void WriteRecent(Utf8JsonWriter json, RecentFile file)
    {
        json.WriteStartObject();
        json.WriteString("path_rel", file.Path);
        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("mtime_utc", Time(file.WrittenAt));
        json.WriteString("kind", file.Kind);
        json.WriteString("summary_hint", file.Hint);
        json.WriteEndObject();
    }
}
