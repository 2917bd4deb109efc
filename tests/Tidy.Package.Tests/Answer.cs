namespace Tidy.Package.Tests;

/// <summary>What a program ended with.</summary>
internal sealed record Answer(int Exit, string Out, string Error)
{
    /// <summary>Fails the test, with all that was said, unless the program ended as expected.</summary>
    public Answer WithExit(int expected)
    {
        Assert.AreEqual(expected, Exit, ToString());
        return this;
    }

    public override string ToString() => $"exit {Exit}\n{Out}\n{Error}";
}
