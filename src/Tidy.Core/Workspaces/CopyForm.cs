namespace Tidy.Core.Workspaces;

/// <summary>How a copy's two ends hold the one content: as it is, packed on the way, or unpacked.</summary>
internal readonly record struct CopyForm(Packing Source, Packing Destination)
{
    public static CopyForm Plain => default;

    public static CopyForm Compressing => new(Packing.None, Packing.GZip);

    public static CopyForm Decompressing => new(Packing.GZip, Packing.None);
}
