namespace Tidy.Core.Queue;

/// <summary>One line of <c>queue-set-aside.jsonl</c>.</summary>
/// <param name="Raw">The item's JSON as text: it may hold what no JSON writer would write again.</param>
internal sealed record SetAsideLine(DateTimeOffset SetAsideAt, string Code, string Problem, string Raw);
