using System.Net;
using System.Net.Sockets;

namespace Tidy.Core.Tests;

/// <summary>A server on loopback that takes connections and says nothing, as one behind a broken firewall does.</summary>
public sealed class BlackHole : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task<Socket> guest;

    public BlackHole()
    {
        listener.Start();
        guest = listener.AcceptSocketAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Somebody is connected.</summary>
    public void WaitForGuest() => Assert.IsTrue(guest.Wait(TimeSpan.FromSeconds(60)), "nobody came");

    public void Dispose()
    {
        listener.Stop();
        if (guest.IsCompletedSuccessfully)
            guest.Result.Dispose();
    }
}
