namespace Tidy.Core.Moving;

/// <summary>What a file shall be.</summary>
/// <param name="Sha256">Of its bytes, in hex.</param>
/// <param name="Make">Makes a new file of this name with these bytes, flushed, and with the mode and times that it shall have.</param>
internal sealed record FileTarget(string Sha256, Action<string> Make);
