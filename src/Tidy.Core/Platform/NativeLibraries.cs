using System.Runtime.InteropServices;

// Native libraries come from the system's own folders only: nothing next to the assembly can stand in for them, and no look-up is wasted there.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
