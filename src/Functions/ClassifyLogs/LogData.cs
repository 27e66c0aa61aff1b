using Amazon.Lambda.CloudWatchLogsEvents;

namespace IncidentServerless.Functions.ClassifyLogs;

/// <summary>What a subscription packed.</summary>
internal static class LogData
{
    /// <summary>The text; what cannot be unpacked as it came, since trying again would not help and the classifier says so; empty when there is nothing.</summary>
    public static string Of(CloudWatchLogsEvent logs)
    {
        try
        {
            return logs.Awslogs?.DecodeData() ?? "";
        }
        catch (Exception fault) when (fault is FormatException or InvalidDataException)
        {
            return logs.Awslogs.EncodedData;
        }
    }
}
