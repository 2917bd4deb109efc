using Tidy.Core;
using Tidy.Core.Journal;

namespace Tidy.Tool.Json;

internal sealed record RunMoveJson(string Src, string Dest, string Action)
{
    public static RunMoveJson Of(DoneMove move) => new(move.Source.Value, move.Destination.Value, WireNames.Of(move.Action));
}
