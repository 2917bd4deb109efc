namespace Tidy.Package.Tests;

[TestClass]
public static class Feeds
{
    [AssemblyCleanup]
    public static void Delete() => LocalFeed.DisposeAll();
}
