namespace Amazon.SimpleNotificationService.Model;

/// <summary>The value of a message attribute.</summary>
public class MessageAttributeValue
{
    /// <summary>String, String.Array (its value is a JSON array), Number or Binary.</summary>
    public string DataType { get; set; } = null!;

    public string? StringValue { get; set; }

    public MemoryStream? BinaryValue { get; set; }
}
