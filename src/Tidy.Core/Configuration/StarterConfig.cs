using System.Runtime.InteropServices;
using System.Text;
using Tidy.Core.Platform;
using Tidy.Core.Workspaces;

namespace Tidy.Core.Configuration;

/// <summary>The <c>tidy.json</c> that <c>init</c> writes: complete, and with comments that say what a person may want to add.</summary>
public static class StarterConfig
{
    /// <summary>Writes it at the root, whole or not at all, and never over what is there.</summary>
    /// <returns>False when there is a <c>tidy.json</c> already.</returns>
    /// <exception cref="TidyException">There is no such preset, or it cannot be written.</exception>
    public static bool Write(WorkspaceRoot root, IOsFiles files, IReadOnlyList<string> presets)
    {
        Preset.RequireKnown(presets);
        string path = Path.Combine(root.FullPath, WorkspaceRoot.ConfigFileName);
        if (IsThere(path, files))
            return false;
        string temp = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (FileStream stream = new(temp, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(Encoding.UTF8.GetBytes(Text(presets)));
                stream.Flush(flushToDisk: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            files.Remove(temp);
            throw Failed(path, e.Message, e);
        }

        return PutInPlace(temp, path, files);
    }

    /// <param name="presets">Each once.</param>
    internal static string Text(IReadOnlyList<string> presets) =>
        $$"""
        // What 'dotnet tidy' moves, and where to. Every key is explained in docs/configuration.md of Tidy.Build.
        {
          "version": 1,

          // Built-in rules. 'dotnet tidy explain FILE' says which rule is about a file, and why.
          "extends": [{{string.Join(", ", presets.Select(name => $"\"{name}\""))}}],

          "root": {
            // What may stay at the root whatever the rules say; the reason is for the next reader.
            "allow": [
              // { "path": "keep.log", "reason": "read by the dashboard" },
            ],
          },

          // Rules of your own come first, and the first that matches wins:
          // "rules": [{ "id": "exports", "match": ["export-*.csv"], "to": "archive/exports/", "reason": "made on request" }],

          // Builds leave younger files alone; this is the default:
          // "build": { "minAge": "{{Duration.Format(new TidyConfig().BuildMinAge)}}" },
        }

        """.ReplaceLineEndings("\n");

    private static bool PutInPlace(string temp, string path, IOsFiles files)
    {
        OsCode code = files.RenameNoReplace(temp, path);
        if (code.IsOk)
            return true;
        files.Remove(temp);
        // Somebody may have been quicker.
        return IsThere(path, files) ? false : throw Failed(path, $"{Marshal.GetPInvokeErrorMessage(code.Value)} ({code.Value})");
    }

    private static bool IsThere(string path, IOsFiles files)
    {
        if (!files.Stat(path, out FileStat stat).IsOk)
            return false;
        return stat.Kind is FileKind.File or FileKind.Link ? true : throw Failed(path, "a folder, or something that is no file, has that name");
    }

    private static TidyException Failed(string path, string why, Exception? inner = null) =>
        new(Codes.BadConfig, ExitCode.Usage, $"The configuration '{path}' cannot be written: {why}", inner);
}
