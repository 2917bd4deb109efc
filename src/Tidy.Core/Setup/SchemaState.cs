namespace Tidy.Core.Setup;

/// <summary>What is where the schema for editors goes.</summary>
public enum SchemaState
{
    Missing,

    /// <summary>As this Tidy writes it.</summary>
    Current,

    /// <summary>An older Tidy wrote it.</summary>
    Outdated,

    /// <summary>A newer Tidy wrote it: left as it is.</summary>
    Newer,

    /// <summary>Somebody else's, or behind a link: never touched.</summary>
    NotOurs,
}
