namespace Tidy.Tool.Sarif;

/// <param name="UriBaseId"><see cref="SarifBases.Root"/> for a relative one.</param>
internal sealed record SarifArtifactLocation(string Uri, string? UriBaseId = null);
