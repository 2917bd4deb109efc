namespace Tidy.Core.Workspaces;

/// <summary>Finds names in a listing. A hash table of places (open addressing, half empty), because a set of texts would be several times the listing.</summary>
internal sealed class FolderNames
{
    private static readonly StringComparison Comparison =
        ReferenceEquals(WorkspacePath.Comparer, StringComparer.Ordinal) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private readonly FolderListing listing;

    /// <summary>One more than the place of an entry; 0 is free.</summary>
    private readonly int[] slots;

    public FolderNames(FolderListing listing)
    {
        this.listing = listing;
        slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)((listing.Count * 2) + 1))];
        for (int place = 0; place < listing.Count; place++)
        {
            int slot = Start(listing[place].Name);
            while (slots[slot] != 0)
                slot = Next(slot);
            slots[slot] = place + 1;
        }
    }

    public bool Contains(ReadOnlySpan<char> name)
    {
        for (int slot = Start(name); slots[slot] != 0; slot = Next(slot))
        {
            if (listing[slots[slot] - 1].Name.Equals(name, Comparison))
                return true;
        }

        return false;
    }

    private int Start(ReadOnlySpan<char> name) => string.GetHashCode(name, Comparison) & (slots.Length - 1);

    private int Next(int slot) => (slot + 1) & (slots.Length - 1);
}
