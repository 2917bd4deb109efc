using System.Globalization;
using Tidy.QueueWriter;

const string Usage =
    """
    usage: Tidy.QueueWriter add WORKSPACE NAME COUNT   NAME/0.log ... one transaction each; says 'ready', and starts when it is told to
           Tidy.QueueWriter hold WORKSPACE NAME        says 'holding' inside a transaction, and ends it when it is told to
    """;

switch (args)
{
    case ["add", var workspace, var name, var count]:
        new Writer(workspace, name).Add(int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["hold", var workspace, var name]:
        new Writer(workspace, name).Hold();
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
