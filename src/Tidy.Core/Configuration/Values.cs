namespace Tidy.Core.Configuration;

/// <summary>The kinds of values of <c>tidy.json</c>; those with bounds refuse what is outside of them.</summary>
internal static class Values
{
    public static readonly Value<string> Text = new((ref json) => json.Text(), ValueSchemas.Text);
    public static readonly Value<bool> Flag = new((ref json) => json.Flag(), ValueSchemas.Flag);
    public static readonly Value<int> Positive = new((ref json) => json.Positive(), () => ValueSchemas.Number(1));
    public static readonly Value<int> NotNegative = new((ref json) => json.NotNegative(), () => ValueSchemas.Number(0));
    public static readonly SpanValue Span = new(isPositive: false);
    public static readonly SpanValue PositiveSpan = new(isPositive: true);
    public static readonly Value<long> PositiveSize = new((ref json) => json.PositiveSize(), ValueSchemas.Size);

    /// <summary>A name at the workspace root.</summary>
    public static readonly Value<string> Pattern = new((ref json) => json.Pattern(), ValueSchemas.Pattern);
    public static readonly Value<string> SiblingPattern = new((ref json) => json.SiblingPattern(), ValueSchemas.Pattern);
    public static readonly Value<string> FolderPattern = new((ref json) => json.FolderPattern(), ValueSchemas.Pattern);
    public static readonly Value<string> NameWord = new((ref json) => json.NameWord(), ValueSchemas.NameWord);
    public static readonly Value<string> Content = new((ref json) => json.Content(), ValueSchemas.NotBlank);

    /// <summary>Ends in <c>/</c>, whether it was written so or not.</summary>
    public static readonly Value<string> Folder = new((ref json) => json.Folder(), ValueSchemas.Path);

    /// <summary>Does not end in <c>/</c>, whether it was written so or not.</summary>
    public static readonly Value<string> FolderName = new((ref json) => json.Folder().TrimEnd('/'), ValueSchemas.Path);
    public static readonly Value<string> FileName = new((ref json) => json.FileName(), ValueSchemas.FileName);

    /// <summary>A file, or a folder that ends in <c>/</c>.</summary>
    public static readonly Value<string> Entry = new((ref json) => json.Entry(), ValueSchemas.Path);

    /// <summary>One of these, as its index, which is the value of the enumeration.</summary>
    public static Value<int> Word(string[] words) => new((ref json) => json.Word(words), () => ValueSchemas.Word(words));

    public static Value<List<T>> List<T>(Value<T> item)
        where T : class =>
        new((ref json) => json.List(item.Read), () => ValueSchemas.List(item.Schema()));

    /// <param name="table">Asked when it is needed: a file that does not have the object pays nothing for its keys.</param>
    public static Value<T> Object<T>(Func<KeyTable<T>> table)
        where T : class =>
        new((ref json) => json.Object(table(), table().Empty), () => ObjectSchema.Of(table()));

    /// <summary>The same for a value that its own table makes.</summary>
    public static Value<T> Later<T>(Func<Value<T>> value) => new((ref json) => value().Read(ref json), () => value().Schema());
}
