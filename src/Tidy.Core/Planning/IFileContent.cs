namespace Tidy.Core.Planning;

/// <summary>The bytes of a file that Tidy writes itself, made when everything else of the run has happened.</summary>
public interface IFileContent
{
    /// <param name="carriedOut">The entries of this run that succeeded so far, in the order in which they did.</param>
    /// <returns>The whole file, or null when nothing is to be written after all.</returns>
    /// <exception cref="IOException">What it describes cannot be read: the file stays as it is.</exception>
    byte[]? Make(IReadOnlyList<CarriedOut> carriedOut);
}
