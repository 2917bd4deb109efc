using Tidy.Core;
using Tidy.Core.Planning;

namespace Tidy.Tool.Annotations;

/// <summary>How one build system wants to be told of a finding, so that it shows it at the file.</summary>
internal interface IAnnotationStyle
{
    /// <summary>The finding on one line.</summary>
    /// <param name="exit">What the process ends with.</param>
    string LineOf(Finding finding, ExitCode exit);
}
