namespace Tidy.Tool.Json;

internal sealed record ProgressEvent(int Done, int Total);
