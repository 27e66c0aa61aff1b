using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>customers</c>: what customers are told.</summary>
internal static class CustomerShapes
{
    private static readonly IReadOnlyList<SeverityLevel> Published = [SeverityLevel.Sev1, SeverityLevel.Sev2];

    private static readonly Shape<string> Id = Scalars.Text("an id of Statuspage like kctbh9vrtdwd", 40) with
    {
        Read = value =>
        {
            if (value.Text is not { Length: > 0 and <= 40 } id || !id.All(char.IsAsciiLetterOrDigit))
            {
                value.Fault($"is {value.Quoted}; expected an id of Statuspage, letters and digits alone, like kctbh9vrtdwd");
            }

            return value.Text;
        },
    };

    private static readonly Shape<StatusPagePolicy> StatusPage = Shape.Object("an object with page and apiKeySecret", members => new StatusPagePolicy(
        members.Required("page", Id),
        members.Required("apiKeySecret", ChannelShapes.Secret(secret => secret.Length > 30 && secret.All(char.IsAsciiLetterOrDigit))),
        members.Optional("severities", Shape.NonEmptyList("a list of severities", SeverityShapes.Level), otherwise: Published),
        members.Optional("components", Shape.Map("an object with ids of components by type of incident", FaultOfType, Shape.List("a list of ids of components", Id)), otherwise: new Dictionary<string, IReadOnlyList<string>>())));

    private static readonly Shape<string> Address = Scalars.Text("an address like status@example.com", 254) with
    {
        Read = value =>
        {
            if (value.Text is not { Length: <= 254 } address || address.Split('@') is not [{ Length: > 0 }, { Length: > 2 } domain] || !domain.Contains('.') || address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or ',' or ';' or '"' || !char.IsAscii(letter)))
            {
                value.Fault($"is {value.Quoted}; expected an address alone, like status@example.com");
            }

            return value.Text;
        },
    };

    private static readonly Shape<MailPolicy> Mail = Shape.Object("an object with from, product and contacts", members => new MailPolicy(
        members.Required("from", Address),
        members.Required("product", Scalars.Name("what the product is called, in up to 60 characters", 60)),
        members.Required("contacts", Shape.Map("an object with addresses by tenant", tenant => string.IsNullOrWhiteSpace(tenant) ? "is no tenant" : null, Shape.NonEmptyList("a list of addresses", Address))),
        members.Optional("automatic", Scalars.Boolean, otherwise: false)));

    public static Shape<CustomersPolicy> Customers { get; } = Shape.Object("an object with what customers are told", members => new CustomersPolicy(
        members.Optional<StatusPagePolicy?>("statusPage", StatusPage!, otherwise: null),
        members.Optional<MailPolicy?>("mail", Mail!, otherwise: null)));

    private static string? FaultOfType(string type) => type == StatusPagePolicy.EveryType || PolicyWords.IncidentTypes.Any(word => word.Text == type)
        ? null
        : $"is no type of incident; known are {string.Join(", ", PolicyWords.IncidentTypes.Select(word => word.Text))}, and {StatusPagePolicy.EveryType} for every other";
}
