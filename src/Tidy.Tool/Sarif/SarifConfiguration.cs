namespace Tidy.Tool.Sarif;

internal sealed record SarifConfiguration(string Level);
