using System.Text;
using Tidy.Core.Planning;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Tests;

/// <summary>Plan entries as phases make them, for a workbench.</summary>
internal static class Entries
{
    public static PlanEntry Move(Workbench bench, string source, string destination) => Of(bench, PlanAction.Move, source, destination);

    public static PlanEntry RemoveEmptyDir(Workbench bench, string folder) => Of(bench, PlanAction.RemoveEmptyDir, folder, null);

    public static PlanEntry CreateDir(string folder) => Of(null, PlanAction.CreateDir, folder, folder);

    /// <param name="arrivesFrom">Where the file is while the plan is made, if an earlier entry brings it to <paramref name="file"/>.</param>
    public static PlanEntry Compress(Workbench bench, string file, string? arrivesFrom = null) =>
        Of(bench, PlanAction.Compress, file, file + ".gz") with { Stat = StatOf(bench, arrivesFrom ?? file) };

    public static PlanEntry RemoveDuplicate(Workbench bench, string file, string kept, string arrivesFrom) =>
        Of(bench, PlanAction.RemoveDuplicate, file, kept) with { Stat = StatOf(bench, arrivesFrom) };

    public static PlanEntry WriteIndex(Workbench bench, string file, string content) =>
        Of(bench, PlanAction.WriteIndex, file, file) with { Content = new FixedContent(Encoding.UTF8.GetBytes(content)) };

    public static PlanEntry CreateFile(string file, string content) =>
        Of(null, PlanAction.CreateFile, file, file) with { Content = new FixedContent(Encoding.UTF8.GetBytes(content)) };

    private static PlanEntry Of(Workbench? bench, PlanAction action, string source, string? destination) => new()
    {
        Source = WorkspacePath.Parse(source),
        Destination = destination is null ? null : WorkspacePath.Parse(destination),
        Action = action,
        Phase = "test",
        Stat = bench is null ? default : StatOf(bench, source),
    };

    private static FileStat StatOf(Workbench bench, string path)
    {
        OsFiles.Current.Stat(bench.At(path), out FileStat stat);
        return stat;
    }
}
