using Tidy.Core.Watching;

namespace Tidy.Core.Tests;

[TestClass]
public sealed class PollingSignalTests : ChangeSignalContract
{
    private protected override IChangeSignal Open() => new PollingSignal();
}
