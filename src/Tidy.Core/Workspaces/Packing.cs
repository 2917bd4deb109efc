namespace Tidy.Core.Workspaces;

/// <summary>How the bytes of a file stand for its content.</summary>
internal enum Packing
{
    None,
    GZip,
}
