namespace Tidy.Tool.Json;

internal sealed record RunMoveJson(string Src, string Dest, string Status);
