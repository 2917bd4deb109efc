using Tidy.Core.Explaining;

namespace Tidy.Tool.Json;

/// <param name="RuleSeconds">What the rule waits for after the last write.</param>
/// <param name="BuildSeconds">What runs wait for that a build starts by itself.</param>
internal sealed record AgeJson(DateTime WrittenAt, long RuleSeconds, long BuildSeconds)
{
    public static AgeJson Of(AgeAnswer age) => new(age.WrittenAt.UtcDateTime, (long)age.OfRule.TotalSeconds, (long)age.OfBuilds.TotalSeconds);
}
