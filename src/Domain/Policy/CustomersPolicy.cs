using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy;

/// <summary>What customers are told, and how (runbook 4.2).</summary>
/// <param name="StatusPage">Null: there is none.</param>
/// <param name="Mail">Null: customers get no mail.</param>
public sealed record CustomersPolicy(StatusPagePolicy? StatusPage, MailPolicy? Mail)
{
    public static CustomersPolicy Default { get; } = new(StatusPage: null, Mail: null);
}

/// <summary>Mail to customers whose data is touched, through SES.</summary>
/// <param name="From">An address that SES has verified.</param>
/// <param name="Product">What the mail calls the product; 1 to 60 characters on one line.</param>
/// <param name="Contacts">Tenant → addresses of those who are written to. A tenant that is not here gets no mail.</param>
/// <param name="Automatic">False (default): an approver (<c>remediation.approvers</c>) lets each mail be sent.</param>
public sealed record MailPolicy(string From, string Product, IReadOnlyDictionary<string, IReadOnlyList<string>> Contacts, bool Automatic);

/// <summary>A page of Statuspage.</summary>
/// <param name="Page">The page's id.</param>
/// <param name="ApiKeySecret">Name of the Secrets Manager secret that holds the API key.</param>
/// <param name="Severities">Whose incidents are published.</param>
/// <param name="Components">Ids of the components that an incident touches, by the incident's type; <c>all</c> for every other type. May be empty.</param>
public sealed record StatusPagePolicy(string Page, string ApiKeySecret, IReadOnlyList<SeverityLevel> Severities, IReadOnlyDictionary<string, IReadOnlyList<string>> Components)
{
    /// <summary>The name of the row for types that have none of their own.</summary>
    public const string EveryType = "all";
}
