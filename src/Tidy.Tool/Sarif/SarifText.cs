namespace Tidy.Tool.Sarif;

internal sealed record SarifText(string Text);
