namespace IncidentServerless.Domain.Responses;

/// <summary>Where a token is carried: <c>{respond}/?link={token}</c>.</summary>
public static class LinkUrl
{
    /// <summary>The name of the query parameter.</summary>
    public const string Parameter = "link";

    /// <param name="respond">The address of the Respond function, with or without a slash at its end.</param>
    public static string Of(string respond, string token) => $"{respond.TrimEnd('/')}/?{Parameter}={token}";
}
