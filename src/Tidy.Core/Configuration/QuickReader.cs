using System.Text;
using System.Text.Json;

namespace Tidy.Core.Configuration;

/// <summary>
/// Reads a configuration that is as it should be, value by value. The serializer would do it too, but it compiles a hundred and fifty
/// methods at every start to do so, which is more than all the rest of a run that has nothing to move. It stays the judge: whatever is
/// unexpected here is left to it, to accept or to explain.
/// </summary>
internal ref struct QuickReader(ReadOnlySpan<byte> json)
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 };

    private Utf8JsonReader reader = new(json, Lenient);

    /// <summary>Null when something is not as expected, which need not be wrong.</summary>
    public static TidyFile? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            QuickReader quick = new(json);
            TidyFile file = quick.File();
            return quick.reader.Read() ? null : file;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // InvalidOperationException: a text that is not valid UTF-8
        }
    }

    private TidyFile File()
    {
        TidyFile file = new();
        Next(JsonTokenType.StartObject);
        while (NextKey() is { } key)
        {
            switch (key)
            {
                case "$schema": file.Schema = Text(file.Schema); break;
                case "version": file.Version = Number(file.Version); break;
                case "extends": file.Extends = Texts(file.Extends); break;
                case "root": file.Root = Root(file.Root); break;
                case "rules": file.Rules = Rules(file.Rules); break;
                case "migrations": file.Migrations = Migrations(file.Migrations); break;
                case "docs": file.Docs = Docs(file.Docs); break;
                case "runs": file.Runs = Runs(file.Runs); break;
                case "archive": file.Archive = Archive(file.Archive); break;
                case "queue": file.Queue = Queue(file.Queue); break;
                case "git": file.Git = Git(file.Git); break;
                case "inUse": file.InUse = Text(file.InUse); break;
                case "build": file.Build = Build(file.Build); break;
                case "limits": file.Limits = Limits(file.Limits); break;
                default: throw Unexpected();
            }
        }

        return file;
    }

    private RootSection Root(RootSection? before)
    {
        RootSection root = Begin(before);
        while (NextKey() is { } key)
        {
            switch (key)
            {
                case "policy": root.Policy = Text(root.Policy); break;
                case "allow": root.Allow = Allow(root.Allow); break;
                default: throw Unexpected();
            }
        }

        return root;
    }

    private List<AllowedEntry?> Allow(List<AllowedEntry?>? before)
    {
        List<AllowedEntry?> entries = BeginList(before);
        while (NextItem())
            entries.Add(AllowedEntryConverter.Read(ref reader));
        return entries;
    }

    private List<RuleSection?> Rules(List<RuleSection?>? before)
    {
        List<RuleSection?> rules = BeginList(before);
        while (NextItem())
            rules.Add(Rule());
        return rules;
    }

    private RuleSection Rule()
    {
        RuleSection rule = new();
        Require(JsonTokenType.StartObject);
        while (NextKey() is { } key)
        {
            switch (key)
            {
                case "id": rule.Id = Text(rule.Id); break;
                case "match": rule.Match = Texts(rule.Match); break;
                case "except": rule.Except = Texts(rule.Except); break;
                case "action": rule.Action = Text(rule.Action); break;
                case "to": rule.To = Text(rule.To); break;
                case "conflict": rule.Conflict = Text(rule.Conflict); break;
                case "minAge": rule.MinAge = NumberOrText(rule.MinAge); break;
                case "reason": rule.Reason = Text(rule.Reason); break;
                case "code": rule.Code = Text(rule.Code); break;
                default: throw Unexpected();
            }
        }

        return rule;
    }

    private List<MigrationSection?> Migrations(List<MigrationSection?>? before)
    {
        List<MigrationSection?> migrations = BeginList(before);
        while (NextItem())
            migrations.Add(Migration());
        return migrations;
    }

    private MigrationSection Migration()
    {
        MigrationSection migration = new();
        Require(JsonTokenType.StartObject);
        while (NextKey() is { } key)
        {
            switch (key)
            {
                case "from": migration.From = Text(migration.From); break;
                case "to": migration.To = Text(migration.To); break;
                default: throw Unexpected();
            }
        }

        return migration;
    }

    private DocsSection Docs(DocsSection? before)
    {
        DocsSection docs = Begin(before);
        while (NextKey() is { } key)
        {
            switch (key)
            {
                case "path": docs.Path = Text(docs.Path); break;
                case "truthSources": docs.TruthSources = Texts(docs.TruthSources); break;
                case "allow": docs.Allow = Texts(docs.Allow); break;
                case "allowDirs": docs.AllowDirs = Texts(docs.AllowDirs); break;
                case "mode": docs.Mode = Text(docs.Mode); break;
                default: throw Unexpected();
            }
        }

        return docs;
    }

    private RunsSection Runs(RunsSection? before)
    {
        RunsSection runs = Begin(before);
        while (NextKey() is { } key)
        {
            switch (key)
            {
                case "path": runs.Path = Text(runs.Path); break;
                case "keepLast": runs.KeepLast = Number(runs.KeepLast); break;
                case "minAge": runs.MinAge = NumberOrText(runs.MinAge); break;
                case "protect": runs.Protect = Texts(runs.Protect); break;
                case "archiveTo": runs.ArchiveTo = Text(runs.ArchiveTo); break;
                default: throw Unexpected();
            }
        }

        return runs;
    }

    private ArchiveSection Archive(ArchiveSection? before)
    {
        ArchiveSection archive = Begin(before);
        while (NextKey() is { } key)
        {
            switch (key)
            {
                case "path": archive.Path = Text(archive.Path); break;
                case "buckets": archive.Buckets = Texts(archive.Buckets); break;
                case "deduplicate": archive.Deduplicate = Flag(archive.Deduplicate); break;
                case "index": archive.Index = Flag(archive.Index); break;
                case "commit": archive.Commit = Flag(archive.Commit); break;
                default: throw Unexpected();
            }
        }

        return archive;
    }

    private QueueSection Queue(QueueSection? before)
    {
        QueueSection queue = Begin(before);
        while (NextKey() is { } key)
        {
            switch (key)
            {
                case "baseBackoff": queue.BaseBackoff = NumberOrText(queue.BaseBackoff); break;
                case "maxBackoff": queue.MaxBackoff = NumberOrText(queue.MaxBackoff); break;
                case "maxAttempts": queue.MaxAttempts = Number(queue.MaxAttempts); break;
                case "abandonAfter": queue.AbandonAfter = NumberOrText(queue.AbandonAfter); break;
                case "order": queue.Order = Text(queue.Order); break;
                case "maxItems": queue.MaxItems = Number(queue.MaxItems); break;
                case "maxBytes": queue.MaxBytes = NumberOrText(queue.MaxBytes); break;
                default: throw Unexpected();
            }
        }

        return queue;
    }

    private GitSection Git(GitSection? before)
    {
        GitSection git = Begin(before);
        while (NextKey() is { } key)
            git.Tracked = key == "tracked" ? Text(git.Tracked) : throw Unexpected();
        return git;
    }

    private BuildSection Build(BuildSection? before)
    {
        BuildSection build = Begin(before);
        while (NextKey() is { } key)
            build.MinAge = key == "minAge" ? NumberOrText(build.MinAge) : throw Unexpected();
        return build;
    }

    private LimitsSection Limits(LimitsSection? before)
    {
        LimitsSection limits = Begin(before);
        while (NextKey() is { } key)
        {
            switch (key)
            {
                case "maxMoves": limits.MaxMoves = Number(limits.MaxMoves); break;
                case "maxBytes": limits.MaxBytes = NumberOrText(limits.MaxBytes); break;
                default: throw Unexpected();
            }
        }

        return limits;
    }

    // Each takes what its key had before: a key that is there twice is a mistake.

    private string Text(string? before)
    {
        RequireFirst(before is null);
        Next(JsonTokenType.String);
        return reader.GetString()!;
    }

    private string NumberOrText(string? before)
    {
        RequireFirst(before is null);
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number)
            return Encoding.UTF8.GetString(reader.ValueSpan);
        Require(JsonTokenType.String);
        return reader.GetString()!;
    }

    private int Number(int? before)
    {
        RequireFirst(before is null);
        Next(JsonTokenType.Number);
        return reader.TryGetInt32(out int number) ? number : throw Unexpected();
    }

    private bool Flag(bool? before)
    {
        RequireFirst(before is null);
        reader.Read();
        return reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean() : throw Unexpected();
    }

    private List<string?> Texts(List<string?>? before)
    {
        List<string?> texts = BeginList(before);
        while (NextItem())
        {
            Require(JsonTokenType.String);
            texts.Add(reader.GetString());
        }

        return texts;
    }

    private T Begin<T>(T? before)
        where T : class, new()
    {
        RequireFirst(before is null);
        Next(JsonTokenType.StartObject);
        return new T();
    }

    private List<T?> BeginList<T>(List<T?>? before)
        where T : class
    {
        RequireFirst(before is null);
        Next(JsonTokenType.StartArray);
        return [];
    }

    private string? NextKey()
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;
    }

    private bool NextItem() => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    private void Next(JsonTokenType type)
    {
        reader.Read();
        Require(type);
    }

    private readonly void Require(JsonTokenType type)
    {
        if (reader.TokenType != type)
            throw Unexpected();
    }

    private static void RequireFirst(bool isFirst)
    {
        if (!isFirst)
            throw Unexpected();
    }

    private static JsonException Unexpected() => new();
}
