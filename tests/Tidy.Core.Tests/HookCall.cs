using System.Net;

namespace Tidy.Core.Tests;

/// <summary>What a web server got.</summary>
public sealed record HookCall(string Method, WebHeaderCollection Headers, byte[] Body);
