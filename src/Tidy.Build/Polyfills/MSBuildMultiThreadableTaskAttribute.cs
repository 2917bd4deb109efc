namespace Microsoft.Build.Framework;

/// <summary>
/// Says that a task keeps no state in the process (current folder, environment, statics), so that <c>-mt</c> runs it in place. The engine
/// looks for it by its full name; Microsoft.Build.Framework has it only since version 18, with which no older engine could load the task.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
