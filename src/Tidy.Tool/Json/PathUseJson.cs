namespace Tidy.Tool.Json;

internal sealed record PathUseJson(string Path, string Use, HolderJson[] Holders);
