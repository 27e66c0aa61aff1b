using System.Net;
using System.Text;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>
/// An answer of the query protocol. Its XML is flat enough for finding elements by their names, and an XML library would be a
/// twentieth of a native function.
/// </summary>
internal sealed class QueryAnswer : UnmarshallerContext
{
    private readonly string _xml;

    public QueryAnswer(Stream body, bool keepsBody, IWebResponseData response, bool isException)
    {
        WrappingStream = keepsBody ? new CachingWrapperStream(body) : null;
        MaintainResponseBody = keepsBody;
        IsException = isException;
        WebResponseData = response;
        using var reader = new StreamReader(WrappingStream ?? body, Encoding.UTF8);
        _xml = reader.ReadToEnd();
    }

    public override string CurrentPath => "";

    public override int CurrentDepth => 0;

    public override bool IsStartElement => false;

    public override bool IsEndElement => false;

    public override bool IsStartOfDocument => true;

    /// <returns>The text of the first element of that name, null where there is none.</returns>
    public string? Text(string name)
    {
        var start = _xml.IndexOf($"<{name}>", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += name.Length + 2;
        var end = _xml.IndexOf($"</{name}>", start, StringComparison.Ordinal);
        return end < 0 ? null : WebUtility.HtmlDecode(_xml[start..end]);
    }
}
