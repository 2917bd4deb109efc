namespace Tidy.Core.Rules;

/// <summary>
/// The words a name is made of: <c>TestLog_2.old.txt</c> is <c>Test</c>, <c>Log</c>, <c>2</c>, <c>old</c>, <c>txt</c>. A word ends at whatever
/// is no letter or digit, between letters and digits, and where the case begins anew.
/// </summary>
internal ref struct NameWords(ReadOnlySpan<char> name)
{
    private readonly ReadOnlySpan<char> name = name;
    private int end;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly NameWords GetEnumerator() => this;

    public bool MoveNext()
    {
        int start = end;
        while (start < name.Length && !char.IsLetterOrDigit(name[start]))
            start++;
        if (start == name.Length)
            return false;
        end = start + 1;
        while (end < name.Length && char.IsLetterOrDigit(name[end]) && !IsSeam(end))
            end++;
        Current = name[start..end];
        return true;
    }

    /// <summary>Between "fix" and "13", "Test" and "Log", "XML" and "Http".</summary>
    private readonly bool IsSeam(int at)
    {
        (char before, char here) = (name[at - 1], name[at]);
        if (char.IsDigit(before) != char.IsDigit(here))
            return true;
        if (!char.IsUpper(here))
            return false;
        return char.IsLower(before) || (at + 1 < name.Length && char.IsUpper(before) && char.IsLower(name[at + 1]));
    }
}
