namespace Tidy.Core.Queue;

/// <summary>An item of the file that cannot be used; it is set aside, not dropped.</summary>
/// <param name="Raw">Its JSON as it stood in the file; <c>base64:…</c> where that was not valid UTF-8.</param>
/// <param name="Code">One of <see cref="Codes"/>.</param>
/// <param name="Path">Its source as written, or null.</param>
/// <param name="Problem">Completes "an item … was set aside: it …".</param>
internal sealed record DamagedItem(string Raw, string Code, string? Path, string Problem);
