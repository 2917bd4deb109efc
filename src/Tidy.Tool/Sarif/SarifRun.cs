namespace Tidy.Tool.Sarif;

internal sealed record SarifRun(SarifTool Tool, SarifInvocation[] Invocations, SarifBases? OriginalUriBaseIds, SarifResult[] Results)
{
    public string ColumnKind { get; } = "utf16CodeUnits";
}
