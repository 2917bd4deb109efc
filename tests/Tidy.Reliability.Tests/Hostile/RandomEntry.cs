using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Tidy.Reliability.Tests.Hostile;

/// <summary>An entry of a workspace that chance made: its name, where it is, and what it is.</summary>
/// <param name="Folders">Those around it, the outermost first.</param>
internal sealed record RandomEntry(RandomKind Kind, byte[] Name, byte[][] Folders)
{
    private static readonly string[] Targets = [".", "..", "/", "../outside", "../outside/kept.txt", "../../outside", "self", "a.log", "nowhere", "/dev/zero", "archive"];

    private static readonly Gen<byte[]> AnyName = Gen.Frequency(
        (4, Gen.Elements(RawNames.All)),
        (2, Gen.Elements((string[])["a.log", "b.log", "archive", "all", "docs", "from", "BUILD_HISTORY.md", "ARCHIVE_INDEX.json", "app.csproj", ".gitignore", "link", "x.db", "x.db-wal", "self"]).Select(Encoding.UTF8.GetBytes)),
        (1, Gen.Choose(1, 255).Where(static b => b != '/').Select(static b => (byte)b).ArrayOf().Where(static n => n.Length is > 0 and < 200 && n is not [(byte)'.'] and not [(byte)'.', (byte)'.'])));

    public static Gen<RandomEntry[]> Tree { get; } =
        (from kind in Gen.Frequency((6, Gen.Constant(RandomKind.File)), (2, Gen.Constant(RandomKind.Folder)), (2, Gen.Constant(RandomKind.Link)), (1, Gen.Constant(RandomKind.Pipe)))
         from name in AnyName
         from depth in Gen.Frequency((4, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Constant(2)))
         from folders in AnyName.ArrayOf(depth)
         select new RandomEntry(kind, name, folders)).ArrayOf().Resize(30);

    /// <summary>Where it can be made at all: another entry may be in the way.</summary>
    public void Make(RawFolder root, int number)
    {
        try
        {
            RawFolder folder = Folders.Aggregate(root, static (at, name) => at.Folder(name));
            _ = Kind switch
            {
                RandomKind.File => folder.File(Name, Encoding.ASCII.GetBytes($"content {number}")),
                RandomKind.Folder => folder.Folder(Name),
                RandomKind.Link => folder.Link(Name, Encoding.ASCII.GetBytes(Targets[number % Targets.Length])),
                _ => folder.MakePipe(Name),
            };
        }
        catch (AssertFailedException)
        {
            // a name that is taken, or a file or a link where a folder should be
        }
    }

    public override string ToString() => $"{Kind} {string.Join('/', Folders.Append(Name).Select(static n => Uri.EscapeDataString(Encoding.Latin1.GetString(n))))}";
}
