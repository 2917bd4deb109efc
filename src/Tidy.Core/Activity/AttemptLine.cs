namespace Tidy.Core.Activity;

/// <summary>One attempt in a line of <c>activity.jsonl</c>.</summary>
internal sealed record AttemptLine(string? Id, string? Src, string? Result, string? Reason, int Attempt, string? Holder)
{
    public static AttemptLine Of(AttemptActivity one) =>
        new(one.ItemId, one.Source, WireNames.Of(one.Result), WireNames.Of(one.Reason), one.Attempt, one.Holder);

    /// <returns>Null when it is of no use to this version.</returns>
    public AttemptActivity? ToAttempt() => Id is null || Src is null || WireNames.AttemptResultOf(Result) is not { } result
        ? null
        : new AttemptActivity(Id, Src, result, WireNames.ReasonOf(Reason), Attempt, Holder);
}
