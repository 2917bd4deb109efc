namespace Tidy.Tool.Sarif;

internal sealed record SarifTool(SarifDriver Driver);
