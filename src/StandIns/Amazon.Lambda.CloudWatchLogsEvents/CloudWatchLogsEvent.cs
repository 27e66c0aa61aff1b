using System.IO.Compression;
using System.Text;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchLogsEvents;

/// <summary>What a subscription of CloudWatch Logs hands to a function.</summary>
public class CloudWatchLogsEvent
{
    [JsonPropertyName("awslogs")]
    public Log Awslogs { get; set; } = null!;

    /// <summary>The log events, packed.</summary>
    public class Log
    {
        /// <summary>JSON in UTF-8, compressed with gzip, in Base64.</summary>
        [JsonPropertyName("data")]
        public string EncodedData { get; set; } = null!;

        /// <summary>The JSON; what is null or empty, as it is.</summary>
        /// <exception cref="FormatException">The data is no Base64.</exception>
        /// <exception cref="InvalidDataException">The data is not compressed with gzip.</exception>
        public string DecodeData()
        {
            if (string.IsNullOrEmpty(EncodedData))
            {
                return EncodedData;
            }

            using var packed = new MemoryStream(Convert.FromBase64String(EncodedData));
            using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
            using var reader = new StreamReader(unpacked, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }
}
