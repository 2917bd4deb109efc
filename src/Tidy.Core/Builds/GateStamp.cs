namespace Tidy.Core.Builds;

/// <summary>What one look at a path told: when it was last written, and its size. Equal stamps: nobody changed it.</summary>
/// <remarks>Also compiled into the MSBuild task, which cannot reference this assembly; hence nothing newer than netstandard2.0.</remarks>
internal readonly struct GateStamp(long ticks, long size) : IEquatable<GateStamp>
{
    /// <summary>Nothing is there.</summary>
    public static readonly GateStamp Missing = new(0, -1);

    /// <summary>Nobody can tell, so it has to be looked at again: it <see cref="Matches"/> nothing, itself included.</summary>
    public static readonly GateStamp Unknown = new(0, -2);

    /// <summary>Last write time as UTC <see cref="DateTime.Ticks"/> (100 ns).</summary>
    public long Ticks { get; } = ticks;

    /// <summary>Bytes; 0 for a folder.</summary>
    public long Size { get; } = size;

    public static GateStamp Of(string path)
    {
        try
        {
            var info = new FileInfo(path);
            FileAttributes attributes = info.Attributes;
            if ((int)attributes == -1)
                return Missing;
            bool isFolder = attributes.HasFlag(FileAttributes.Directory);
            return new GateStamp(info.LastWriteTimeUtc.Ticks, isFolder ? 0 : info.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Unknown;
        }
    }

    /// <summary>Nothing changed between the two looks.</summary>
    public bool Matches(GateStamp other) => Equals(other) && !Equals(Unknown);

    public bool Equals(GateStamp other) => Ticks == other.Ticks && Size == other.Size;

    public override bool Equals(object? obj) => obj is GateStamp other && Equals(other);

    public override int GetHashCode() => Ticks.GetHashCode() ^ Size.GetHashCode();
}
