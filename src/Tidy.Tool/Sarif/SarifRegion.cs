namespace Tidy.Tool.Sarif;

internal sealed record SarifRegion(int StartLine, int? StartColumn);
