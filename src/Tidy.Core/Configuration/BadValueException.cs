using System.Text.Json;

namespace Tidy.Core.Configuration;

/// <summary>A value that a converter refuses; the message completes the sentence "'key' …".</summary>
internal sealed class BadValueException(string message) : JsonException(message);
