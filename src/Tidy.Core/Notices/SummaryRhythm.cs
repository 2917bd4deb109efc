namespace Tidy.Core.Notices;

public enum SummaryRhythm
{
    Off,
    Weekly,
}
