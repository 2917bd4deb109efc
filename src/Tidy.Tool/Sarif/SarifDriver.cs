namespace Tidy.Tool.Sarif;

internal sealed record SarifDriver(string Name, string Version, SarifRule[] Rules);
