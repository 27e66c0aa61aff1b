using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Policy;
using IncidentServerless.TimeZones;

namespace IncidentServerless.Domain.Tests.Policy;

/// <summary>A policy file in which every member that there is is written, to change one thing of.</summary>
internal sealed class PolicyFile
{
    private const string Everything = """
        {
          "$schema": "./incident-policy.schema.json",
          "severities": {
            "SEV1": { "description": "Platform down, data breach", "respondWithin": "15m" },
            "SEV2": { "description": "Major feature broken, tenant impacted", "respondWithin": "1h" },
            "SEV3": { "description": "Degraded performance, workaround exists", "respondWithin": "4h" },
            "SEV4": { "description": "Minor issue, cosmetic", "respondWithin": "24h" }
          },
          "routes": [
            { "name": "Checkout", "when": { "alarm": { "name": [{ "prefix": "checkout-" }] } }, "type": "GeneralIncident", "severity": "SEV1" },
            { "name": "Sign-in", "when": { "alarm": { "namespace": ["AWS/Cognito"] } }, "type": "AuthenticationFailure", "severity": "SEV2" }
          ],
          "fallback": { "type": "GeneralIncident", "severity": "SEV3" },
          "escalation": {
            "SEV1": {
              "kind": "page",
              "levels": [
                { "notify": "On-call engineer", "channels": ["sns", "slack", "pagerDuty"], "people": ["ana"], "wait": "5m", "onCall": "primary" },
                { "notify": "On-call lead", "channels": ["sns", "slack"], "people": [], "wait": "10m" }
              ],
              "acknowledgementExpires": "30m"
            },
            "SEV2": { "kind": "page", "levels": [{ "notify": "Lead", "channels": ["sns"], "people": [], "wait": "15m", "onCall": "primary" }], "acknowledgementExpires": "2h" },
            "SEV3": { "kind": "notice", "levels": [{ "notify": "Queue", "channels": ["sns"], "people": [], "wait": "4h", "onCall": "primary" }], "acknowledgementExpires": "1d" },
            "SEV4": { "kind": "notice", "levels": [{ "notify": "Backlog", "channels": ["sns"], "people": [], "wait": "1d", "onCall": "primary" }], "acknowledgementExpires": "7d" }
          },
          "severityRises": [{ "name": "Several tenants", "evidence": "tenants", "atLeast": 3, "to": "SEV1" }],
          "correlation": {
            "sameTypeAndTenant": "20m",
            "rules": [{ "name": "Shop", "when": { "alarm": { "name": [{ "prefix": "shop-" }] } }, "within": "30m" }],
            "storm": { "incidents": 4, "within": "2m" }
          },
          "silences": [
            {
              "name": "Upgrade", "when": { "alarm": { "name": [{ "prefix": "orders-" }] } }, "by": "Ana Lima", "why": "Writes fail meanwhile.",
              "from": "2026-03-02T22:00Z", "until": "2026-03-03T02:00Z"
            }
          ],
          "maintenance": [
            { "name": "Batch", "when": { "source": ["cloudwatch-alarm"] }, "by": "Ben", "why": "It is slow on Sundays.", "every": "Sunday", "at": "02:00", "for": "4h" }
          ],
          "drill": { "every": "Tuesday", "at": "10:00", "severity": "SEV1" },
          "recovery": { "resolveAfterStable": "15m", "reopenWithin": "0s" },
          "linksExpireAfter": "7d",
          "people": { "ana": { "name": "Ana Lima", "slack": "U024BE7LH" } },
          "onCall": {
            "primary": {
              "timeZone": "Europe/Stockholm",
              "layers": [
                {
                  "name": "Days", "people": ["ana"], "from": "2026-01-05", "handOver": { "every": "Monday", "at": "09:00" },
                  "hours": { "days": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], "from": "09:00", "until": "17:00" }
                },
                { "name": "Nights", "people": ["ana"], "from": "2026-01-05", "handOver": { "every": "day", "at": "17:00" }, "hours": { "from": "17:00", "until": "09:00" } }
              ],
              "overrides": [{ "person": "ana", "from": "2026-03-02T09:00", "until": "2026-03-03T09:00", "why": "A swap." }]
            }
          },
          "channels": {
            "pagerDuty": { "routingKeySecret": "incident/pagerduty-routing-key", "ownsEscalation": false, "webhookSecret": "/incident/pagerduty-webhook" },
            "slack": { "tokenSecret": "incident/slack-bot-token", "channel": "#incident-response", "signingSecret": "/incident/slack-signing" },
            "webhook": { "secret": "/incident/deeds-secret" }
          },
          "remediation": {
            "approvers": ["ana"],
            "approvalWithin": "20m",
            "announceBefore": "0s",
            "verifyAfter": "5m",
            "undoOffered": "12h",
            "limits": { "perTargetAndHour": 2, "largestBlastRadius": 10, "failuresUntilStop": 4, "stopFor": "3h" }
          },
          "runbooks": {
            "partner-central": {
              "mode": "auto",
              "largestBlastRadius": 10,
              "actions": { "redrive-ingestion": ["partner-*"], "lower-request-rate": ["/connector/rate"], "open-support-case": ["aws-support"] },
              "logGroup": "/ecs/partner",
              "role": "partner",
              "requiredActions": ["partnercentral:GetOpportunity"],
              "throttleMetric": { "namespace": "Connector", "metric": "Throttled" },
              "rateParameter": "/connector/rate",
              "lowestRate": 2,
              "ingestion": "partner-ingestion",
              "admin": "ana"
            },
            "marketplace-metering": {
              "mode": "auto",
              "largestBlastRadius": 25,
              "actions": { "resubmit-usage": ["abc123"] },
              "database": { "cluster": "arn:aws:rds:eu-west-1:111122223333:cluster:billing", "secret": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:billing-AbCdEf", "name": "billing" },
              "productCode": "abc123",
              "dimensions": ["api_calls"]
            },
            "data-quality": {
              "mode": "auto",
              "largestBlastRadius": 25,
              "actions": { "quarantine-objects": ["lake"], "reprocess-entity": ["reprocess"] },
              "warehouse": { "arn": "arn:aws:redshift:eu-west-1:111122223333:cluster:analytics", "database": "dw", "secret": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:dw-AbCdEf" },
              "catalog": "silver",
              "countMetric": { "namespace": "Lake", "metric": "Records", "dimension": "Entity" },
              "bucket": "lake",
              "quarantinePrefix": "dlq/",
              "reprocess": "reprocess"
            },
            "authentication": {
              "mode": "auto",
              "largestBlastRadius": 20,
              "actions": { "sign-out-users": ["eu-west-1_AbCdEf123"], "block-addresses": ["blocked"] },
              "userPool": "eu-west-1_AbCdEf123",
              "clients": ["client"],
              "logGroup": "/ecs/sign-in",
              "apiLogGroup": "/api",
              "api": "a1b2c3",
              "ipSet": { "name": "blocked", "id": "5e0f2b2e" },
              "neverBlock": ["203.0.113.0/24"]
            },
            "cost-spike": {
              "mode": "approve",
              "largestBlastRadius": 25,
              "actions": { "throttle-function": ["orders-export", "report-*"], "cancel-query": ["analytics"], "tighten-quota": ["guardrails"] },
              "knownJobs": ["month-end-*"],
              "runawayAfter": "2h",
              "guardrails": { "table": "guardrails", "tenantKey": "tenant", "quota": "perHour", "namespace": "Platform", "metric": "Requests", "dimension": "Tenant" }
            },
            "security-finding": {
              "mode": "auto",
              "largestBlastRadius": 1,
              "actions": { "deactivate-key": ["ci-deploy"], "deny-sessions": ["ci-deploy"], "isolate-instance": ["i-*"], "block-public-access": ["shop-*"] },
              "isolation": { "securityGroup": "sg-0123456789abcdef0", "tagKey": "isolation", "tagValue": "allowed" }
            }
          },
          "reports": { "webhookSecret": "/incident/reports-secret", "zendeskSecret": "/incident/zendesk", "slackSecret": "/incident/slack", "slackChannels": ["C0LAN2Q65"] },
          "logs": { "groups": ["/ecs/sign-in"], "pattern": "?ERROR ?\"failed login\"" },
          "updates": { "SEV1": "30m", "SEV2": "1h", "SEV3": "4h", "SEV4": "1d" },
          "tickets": { "severities": ["SEV3", "SEV4"] },
          "customers": { "statusPage": { "page": "kctbh9vrtdwd", "apiKeySecret": "incident/statuspage-api-key", "severities": ["SEV1"], "components": { "all": ["8kbf7d35c070"] } }, "mail": { "from": "status@example.com", "product": "Example", "contacts": { "acme": ["ops@acme.example"] }, "automatic": true } },
          "aftermath": { "severities": ["SEV1", "SEV2"], "owner": "ana", "summaryAfter": "24h", "postMortemAfter": "48h", "prioritiesAfter": "7d", "followUpAfter": "14d" }
        }
        """;

    private readonly JsonNode _root = JsonNode.Parse(Everything)!;

    public string Json => _root.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    /// <summary>Sets the value at a path like <c>routes/0/name</c>; a last part that is not there is added.</summary>
    public PolicyFile With(string path, string json)
    {
        var (parent, last) = Locate(path);
        if (parent is JsonArray list)
        {
            list[int.Parse(last)] = JsonNode.Parse(json);
        }
        else
        {
            parent.AsObject()[last] = JsonNode.Parse(json);
        }

        return this;
    }

    public PolicyFile Without(string path)
    {
        var (parent, last) = Locate(path);
        Assert.True(parent.AsObject().Remove(last), $"{path} is not there.");
        return this;
    }

    public IncidentPolicy Read() => PolicyReader.Read(Json, TzdbTimeZones.All);

    /// <summary>The message that reading gives; empty when there is none.</summary>
    public string Faults()
    {
        try
        {
            Read();
            return string.Empty;
        }
        catch (PolicyException faulty)
        {
            return faulty.Message;
        }
    }

    private (JsonNode Parent, string Last) Locate(string path)
    {
        var parts = path.Split('/');
        var parent = parts[..^1].Aggregate(_root, (node, part) => node is JsonArray list ? list[int.Parse(part)]! : node[part]!);
        return (parent, parts[^1]);
    }
}
