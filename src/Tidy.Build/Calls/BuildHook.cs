namespace Tidy.Build.Calls;

/// <summary>From where in a build Tidy is called.</summary>
internal enum BuildHook
{
    /// <summary>Before a project is built: queued files only.</summary>
    BeforeBuild,

    /// <summary>After a project was built.</summary>
    AfterBuild,

    /// <summary>A person asked: <c>-t:Tidy</c> or <c>-t:TidyVerify</c>.</summary>
    OnDemand,
}
