namespace Tidy.Tool.Sarif;

internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation);
