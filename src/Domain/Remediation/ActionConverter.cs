using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Remediation.Actions;

namespace IncidentServerless.Domain.Remediation;

/// <summary>Actions as incidents and workflows keep them: <c>{ "kind", "targetArn", "targetName", … }</c>. Workflows read these names.</summary>
public sealed class ActionConverter : UnionConverter<RemediationAction>
{
    private protected override string KindOf(RemediationAction value) => value.Name;

    private protected override RemediationAction Read(string kind, Members from)
    {
        var (arn, name) = (from.Text("targetArn"), from.Text("targetName"));
        return kind switch
        {
            ActionKinds.ThrottleFunction => new ThrottleFunction { TargetArn = arn, TargetName = name, Limit = from.Whole("limit"), InvocationsAnHour = from.Number("invocationsAnHour") },
            ActionKinds.CancelQuery => new CancelQuery { TargetArn = arn, TargetName = name, StatementId = from.Text("statementId"), Sql = from.Text("sql"), RunsSince = from.Moment("runsSince") },
            ActionKinds.TightenQuota => new TightenQuota
            {
                TargetArn = arn,
                TargetName = name,
                Tenant = from.Text("tenant"),
                TenantKey = from.Text("tenantKey"),
                Quota = from.Text("quota"),
                Limit = from.Number("limit"),
                UsageAnHour = from.Number("usageAnHour"),
                Namespace = from.Text("namespace"),
                Metric = from.Text("metric"),
                Dimension = from.Text("dimension"),
            },
            ActionKinds.RedriveIngestion => new RedriveIngestion { TargetArn = arn, TargetName = name, Executions = from.Texts("executions") },
            ActionKinds.LowerRequestRate => new LowerRequestRate
            {
                TargetArn = arn,
                TargetName = name,
                Limit = from.Number("limit"),
                ThrottledAnHour = from.Number("throttledAnHour"),
                Namespace = from.Text("namespace"),
                Metric = from.Text("metric"),
            },
            ActionKinds.OpenSupportCase => new OpenSupportCase
            {
                TargetArn = arn,
                TargetName = name,
                IncidentId = from.Text("incidentId"),
                Subject = from.Text("subject"),
                Body = from.Text("body"),
                ServiceCode = from.Text("serviceCode"),
                CategoryCode = from.Text("categoryCode"),
                SeverityCode = from.Text("severityCode"),
            },
            ActionKinds.SignOutUsers => new SignOutUsers { TargetArn = arn, TargetName = name, Users = from.Texts("users"), FailuresAnHour = from.Number("failuresAnHour"), LogGroup = from.Text("logGroup") },
            ActionKinds.BlockAddresses => new BlockAddresses
            {
                TargetArn = arn,
                TargetName = name,
                Addresses = from.Texts("addresses"),
                IpSetId = from.Text("ipSetId"),
                FailuresAnHour = from.Number("failuresAnHour"),
                LogGroup = from.Text("logGroup"),
            },
            ActionKinds.ResubmitUsage => new ResubmitUsage
            {
                TargetArn = arn,
                TargetName = name,
                Secret = from.Text("secret"),
                Database = from.Text("database"),
                LeftToPeople = from.Whole("leftToPeople"),
                Records = from.Items("records", each => new UsageRecord(each.Text("ids"), each.Text("customer"), each.Text("dimension"), each.Whole("quantity"), each.Moment("at"))),
            },
            ActionKinds.QuarantineObjects => new QuarantineObjects { TargetArn = arn, TargetName = name, Owner = from.Text("owner"), Prefix = from.Text("prefix"), Keys = from.Texts("keys") },
            ActionKinds.ReprocessEntity => new ReprocessEntity { TargetArn = arn, TargetName = name, Run = from.Text("run"), Entity = from.Text("entity"), Partition = from.Text("partition") },
            ActionKinds.DeactivateKey => new DeactivateKey { TargetArn = arn, TargetName = name, AccessKeyId = from.Text("accessKeyId") },
            ActionKinds.DenySessions => new DenySessions { TargetArn = arn, TargetName = name, Principal = from.Text("principal") },
            ActionKinds.IsolateInstance => new IsolateInstance
            {
                TargetArn = arn,
                TargetName = name,
                IncidentId = from.Text("incidentId"),
                SecurityGroup = from.Text("securityGroup"),
                TagKey = from.Text("tagKey"),
                TagValue = from.Text("tagValue"),
            },
            ActionKinds.BlockPublicAccess => new BlockPublicAccess { TargetArn = arn, TargetName = name, Owner = from.Text("owner") },
            _ => throw Unknown(kind),
        };
    }

    private protected override void Write(RemediationAction value, MemberWriter to)
    {
        to.Text("targetArn", value.TargetArn);
        to.Text("targetName", value.TargetName);
        switch (value)
        {
            case ThrottleFunction throttle:
                to.Number("limit", throttle.Limit);
                to.Number("invocationsAnHour", throttle.InvocationsAnHour);
                break;
            case CancelQuery cancel:
                to.Text("statementId", cancel.StatementId);
                to.Text("sql", cancel.Sql);
                to.Moment("runsSince", cancel.RunsSince);
                break;
            case TightenQuota tighten:
                to.Text("tenant", tighten.Tenant);
                to.Text("tenantKey", tighten.TenantKey);
                to.Text("quota", tighten.Quota);
                to.Number("limit", tighten.Limit);
                to.Number("usageAnHour", tighten.UsageAnHour);
                to.Text("namespace", tighten.Namespace);
                to.Text("metric", tighten.Metric);
                to.Text("dimension", tighten.Dimension);
                break;
            case RedriveIngestion redrive:
                to.Texts("executions", redrive.Executions);
                break;
            case LowerRequestRate lower:
                to.Number("limit", lower.Limit);
                to.Number("throttledAnHour", lower.ThrottledAnHour);
                to.Text("namespace", lower.Namespace);
                to.Text("metric", lower.Metric);
                break;
            case OpenSupportCase open:
                to.Text("incidentId", open.IncidentId);
                to.Text("subject", open.Subject);
                to.Text("body", open.Body);
                to.Text("serviceCode", open.ServiceCode);
                to.Text("categoryCode", open.CategoryCode);
                to.Text("severityCode", open.SeverityCode);
                break;
            case SignOutUsers signOut:
                to.Texts("users", signOut.Users);
                to.Number("failuresAnHour", signOut.FailuresAnHour);
                to.Text("logGroup", signOut.LogGroup);
                break;
            case BlockAddresses addresses:
                to.Texts("addresses", addresses.Addresses);
                to.Text("ipSetId", addresses.IpSetId);
                to.Number("failuresAnHour", addresses.FailuresAnHour);
                to.Text("logGroup", addresses.LogGroup);
                break;
            case ResubmitUsage resubmit:
                to.Text("secret", resubmit.Secret);
                to.Text("database", resubmit.Database);
                to.Number("leftToPeople", resubmit.LeftToPeople);
                to.Items("records", resubmit.Records, (record, each) =>
                {
                    each.Text("ids", record.Ids);
                    each.Text("customer", record.Customer);
                    each.Text("dimension", record.Dimension);
                    each.Number("quantity", record.Quantity);
                    each.Moment("at", record.At);
                });
                break;
            case QuarantineObjects quarantine:
                to.Text("owner", quarantine.Owner);
                to.Text("prefix", quarantine.Prefix);
                to.Texts("keys", quarantine.Keys);
                break;
            case ReprocessEntity reprocess:
                to.Text("run", reprocess.Run);
                to.Text("entity", reprocess.Entity);
                to.Text("partition", reprocess.Partition);
                break;
            case DeactivateKey deactivate:
                to.Text("accessKeyId", deactivate.AccessKeyId);
                break;
            case DenySessions deny:
                to.Text("principal", deny.Principal);
                break;
            case IsolateInstance isolate:
                to.Text("incidentId", isolate.IncidentId);
                to.Text("securityGroup", isolate.SecurityGroup);
                to.Text("tagKey", isolate.TagKey);
                to.Text("tagValue", isolate.TagValue);
                break;
            case BlockPublicAccess block:
                to.Text("owner", block.Owner);
                break;
        }
    }
}
