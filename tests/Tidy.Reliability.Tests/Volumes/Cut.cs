using Tidy.Tool.Tests;

namespace Tidy.Reliability.Tests.Volumes;

/// <summary>When the power goes.</summary>
/// <param name="Of">From the workspace to what must have been seen there.</param>
/// <param name="Neighbour">Another program flushes its own file right before: the file system then keeps names whose content is not on the disk yet.</param>
internal sealed record Cut(string FileSystem, Func<string, Moment> Of, bool Neighbour)
{
    private string when = "";

    /// <summary>Runs the tool, and cuts the power when the moment has come, or the tool has ended. The disk is up again after this.</summary>
    public ToolAnswer During(Disk disk, string folder, params string[] command)
    {
        Moment moment = Of(folder);
        when = $"{moment}";
        using ToolProcess tool = ToolProcess.Start(folder, command);
        while (!moment.HasCome() && !tool.HasEnded)
        {
        }

        if (Neighbour)
            disk.SyncNeighbour();
        disk.CutPower();
        ToolAnswer answer = tool.End();
        disk.Restart();
        return answer;
    }

    public override string ToString() => $"{FileSystem}, power cut when {when}{(Neighbour ? ", right after a neighbour's flush" : "")} {Chance.Repeat}";
}
