namespace IncidentServerless.Domain.Messages.Text;

/// <summary>How much of a text from outside a message shows, in UTF-16 units. The vendors' own limits stand beside the channels.</summary>
public static class Limits
{
    public const int Title = 300;
    public const int Reason = 600;
    public const int Name = 80;
    public const int Note = 2000;
    public const int ListItem = 200;
    public const int ListItems = 10;
}
