using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Runbooks;

/// <summary>A runbook's context as its states hand it on.</summary>
public sealed class RunbookContextConverter : RecordConverter<RunbookContext>
{
    private protected override RunbookContext Read(Members from) => new()
    {
        Runbook = from.Text("runbook"),
        IncidentId = from.Text("incidentId"),
        Generation = from.Whole("generation"),
        DryRun = from.Truth("dryRun"),
        Superseded = from.Truth("superseded"),
        Account = from.Text("account"),
        Region = from.Text("region"),
        Partition = from.Text("partition"),
        Times = from.MaybeInner("times", times => new Lookback(
            times.Moment("now"), times.Moment("hourAgo"), times.Moment("dayAgo"), times.Moment("weekAgo"), times.Text("firstDay"), times.Text("lastDay"))) ?? throw new System.Text.Json.JsonException("times is missing."),
        Title = from.Text("title"),
        OccurredAt = from.Moment("occurredAt"),
        Resources = from.MaybeTexts("resources"),
        Tenants = from.MaybeTexts("tenants"),
        Budget = from.MaybeText("budget"),
        PartnerCentral = from.MaybeInner("partnerCentral", inner => new PartnerCentralPlaces(
            inner.Text("logGroup"),
            inner.MaybeText("roleArn"),
            inner.MaybeTexts("actions"),
            inner.MaybeText("throttleNamespace"),
            inner.MaybeText("throttleMetric"),
            inner.MaybeText("rateParameter"),
            inner.MaybeText("ingestionArn"))),
        Metering = from.MaybeInner("metering", inner => new MeteringPlaces(inner.MaybeText("cluster"), inner.MaybeText("secret"), inner.MaybeText("database"), inner.MaybeText("productCode"))),
        Quality = from.MaybeInner("quality", inner => new DataQualityPlaces(
            inner.MaybeText("workgroup"),
            inner.MaybeText("cluster"),
            inner.MaybeText("database"),
            inner.MaybeText("secret"),
            inner.MaybeText("catalog"),
            inner.MaybeText("namespace"),
            inner.MaybeText("metric"),
            inner.MaybeText("dimension"))),
        Authentication = from.MaybeInner("authentication", inner => new AuthenticationPlaces(
            inner.MaybeText("userPool"), inner.MaybeTexts("clients"), inner.MaybeText("logGroup"), inner.MaybeText("apiLogGroup"), inner.MaybeText("apiId"))),
        Security = from.MaybeInner("security", inner => new SecurityPlaces(
            inner.MaybeText("findingId"),
            inner.MaybeText("findingType"),
            inner.MaybeText("accessKey"),
            inner.MaybeText("user"),
            inner.MaybeText("userType"),
            inner.MaybeText("instance"),
            inner.MaybeText("bucket"))),
        Guardrails = from.MaybeInner("guardrails", inner => new GuardrailNames(
            inner.Text("table"), inner.Text("tenantKey"), inner.Text("quota"), inner.Text("namespace"), inner.Text("metric"), inner.Text("dimension"))),
    };

    private protected override void Write(RunbookContext value, MemberWriter to)
    {
        to.Text("runbook", value.Runbook);
        to.Text("incidentId", value.IncidentId);
        to.Number("generation", value.Generation);
        to.Flag("dryRun", value.DryRun);
        to.Flag("superseded", value.Superseded);
        to.Text("account", value.Account);
        to.Text("region", value.Region);
        to.Text("partition", value.Partition);
        to.Inner("times", value.Times, (times, inner) =>
        {
            inner.Moment("now", times.Now);
            inner.Moment("hourAgo", times.HourAgo);
            inner.Moment("dayAgo", times.DayAgo);
            inner.Moment("weekAgo", times.WeekAgo);
            inner.Text("firstDay", times.FirstDay);
            inner.Text("lastDay", times.LastDay);
        });
        to.Text("title", value.Title);
        to.Moment("occurredAt", value.OccurredAt);
        to.Texts("resources", value.Resources);
        to.Texts("tenants", value.Tenants);
        to.Text("budget", value.Budget);
        WritePlaces(value, to);
    }

    private static void WritePlaces(RunbookContext value, MemberWriter to)
    {
        to.Inner("partnerCentral", value.PartnerCentral, (places, inner) =>
        {
            inner.Text("logGroup", places.LogGroup);
            inner.Text("roleArn", places.RoleArn);
            inner.Texts("actions", [.. places.Actions]);
            inner.Text("throttleNamespace", places.ThrottleNamespace);
            inner.Text("throttleMetric", places.ThrottleMetric);
            inner.Text("rateParameter", places.RateParameter);
            inner.Text("ingestionArn", places.IngestionArn);
        });
        to.Inner("metering", value.Metering, (places, inner) =>
        {
            inner.Text("cluster", places.Cluster);
            inner.Text("secret", places.Secret);
            inner.Text("database", places.Database);
            inner.Text("productCode", places.ProductCode);
        });
        to.Inner("quality", value.Quality, (places, inner) =>
        {
            inner.Text("workgroup", places.Workgroup);
            inner.Text("cluster", places.Cluster);
            inner.Text("database", places.Database);
            inner.Text("secret", places.Secret);
            inner.Text("catalog", places.Catalog);
            inner.Text("namespace", places.Namespace);
            inner.Text("metric", places.Metric);
            inner.Text("dimension", places.Dimension);
        });
        to.Inner("authentication", value.Authentication, (places, inner) =>
        {
            inner.Text("userPool", places.UserPool);
            inner.Texts("clients", [.. places.Clients]);
            inner.Text("logGroup", places.LogGroup);
            inner.Text("apiLogGroup", places.ApiLogGroup);
            inner.Text("apiId", places.ApiId);
        });
        to.Inner("security", value.Security, (places, inner) =>
        {
            inner.Text("findingId", places.FindingId);
            inner.Text("findingType", places.FindingType);
            inner.Text("accessKey", places.AccessKey);
            inner.Text("user", places.User);
            inner.Text("userType", places.UserType);
            inner.Text("instance", places.Instance);
            inner.Text("bucket", places.Bucket);
        });
        to.Inner("guardrails", value.Guardrails, (names, inner) =>
        {
            inner.Text("table", names.Table);
            inner.Text("tenantKey", names.TenantKey);
            inner.Text("quota", names.Quota);
            inner.Text("namespace", names.Namespace);
            inner.Text("metric", names.Metric);
            inner.Text("dimension", names.Dimension);
        });
    }
}
