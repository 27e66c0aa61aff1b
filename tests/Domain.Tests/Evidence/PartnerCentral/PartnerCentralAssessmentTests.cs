using CsCheck;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Evidence.PartnerCentral;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Tests.Evidence.PartnerCentral;

public class PartnerCentralAssessmentTests
{
    private static readonly PartnerCentralPolicy Policy = PartnerCentralPolicy.Default with
    {
        Role = "connector",
        ThrottleMetric = new MetricName("Connector", "Throttled"),
        RateParameter = "/connector/rate",
        Ingestion = "partner-ingestion",
        Admin = "pia",
    };

    private static readonly RunbookContext Context = RunbookContextSample.Of(RunbookNames.PartnerCentral) with
    {
        PartnerCentral = PartnerCentralPlaces.Of(Policy, "aws", "eu-central-1", "111122223333"),
    };

    [Theory]
    [InlineData("ERROR ThrottlingException: Rate exceeded", PartnerCentralFindings.RateLimit)]
    [InlineData("ERROR answered 429 Too Many Requests", PartnerCentralFindings.RateLimit)]
    [InlineData("ERROR AccessDeniedException: not authorized to perform partnercentral:GetOpportunity", PartnerCentralFindings.PermissionFault)]
    [InlineData("ERROR ExpiredTokenException: The security token included in the request is expired", PartnerCentralFindings.PermissionFault)]
    [InlineData("ERROR sts:AssumeRole failed: check the external id of the account link", PartnerCentralFindings.PermissionFault)]
    [InlineData("ERROR request failed with status code: 403", PartnerCentralFindings.PermissionFault)]
    [InlineData("ERROR HTTP/1.1 503 Service Unavailable", PartnerCentralFindings.AwsSideOutage)]
    [InlineData("""{"level":"ERROR","statusCode":500,"message":"boom"}""", PartnerCentralFindings.AwsSideOutage)]
    [InlineData("ERROR read timed out after 30000 ms", PartnerCentralFindings.AwsSideOutage)]
    [InlineData("ERROR ValidationException: Stage is missing", PartnerCentralFindings.OwnFault)]
    [InlineData("ERROR response 404 for opportunity O5001234", PartnerCentralFindings.OwnFault)]
    [InlineData("ERROR NullReferenceException at Mapper.Map line 429", PartnerCentralFindings.OwnFault)]
    [InlineData("ERROR could not connect to server: Connection refused. Is dw-prod.abc.eu-central-1.rds.amazonaws.com accepting connections on port 5432?", PartnerCentralFindings.OwnFault)]
    [InlineData("ERROR ServiceQuotaExceededException: Quota exceeded: the maximum number of open engagements (1000) is reached", PartnerCentralFindings.OwnFault)]
    [InlineData("ERROR botocore.exceptions.NoCredentialsError: Unable to locate credentials", PartnerCentralFindings.PermissionFault)]
    [InlineData("ERROR SdkClientException: Unable to load credentials from any of the providers in the chain", PartnerCentralFindings.PermissionFault)]
    [InlineData("ERROR operation error PartnerCentral Selling: ListOpportunities, failed to refresh cached credentials, no EC2 IMDS role found", PartnerCentralFindings.PermissionFault)]
    [InlineData("ERROR Post \"https://partnercentral-selling.us-east-1.api.aws\": context deadline exceeded", PartnerCentralFindings.AwsSideOutage)]
    [InlineData("ERROR dial tcp: lookup partnercentral-selling.us-east-1.api.aws: no such host", PartnerCentralFindings.OwnFault)]
    [InlineData("ERROR java.net.UnknownHostException: partnercentral-selling.us-east-1.api.aws", PartnerCentralFindings.OwnFault)]
    [InlineData("ERROR java.lang.OutOfMemoryError: Java heap space", PartnerCentralFindings.OwnFault)]
    [InlineData("ERROR something odd happened", PartnerCentralFindings.NothingFound)]
    public void Assess_LinesOfOneKind_FindsWhoseFaultItIs(string line, string finding) => Assert.Equal(finding, Assess(Errors(12, line)).Finding);

    [Fact]
    public void Assess_LogAndHealthAgree_IsSureAndProposesACase()
    {
        var diagnosis = Assess(Errors(30, "ERROR HTTP 503") with { Health = Gathered<HealthIssue>.Of(Issue) });

        Assert.Equal((PartnerCentralFindings.AwsSideOutage, Confidence.High), (diagnosis.Finding, diagnosis.Confidence));
        Assert.Contains("INC-20260302-ABCDEFGH", Assert.IsType<OpenSupportCase>(Assert.Single(diagnosis.Plan).Action).Subject);
    }

    [Fact]
    public void Assess_IssueOfAServiceThatIsNotUsed_IsNotTaken() =>
        Assert.Equal(PartnerCentralFindings.NothingFound, Assess(Errors(0, "") with { Health = Gathered<HealthIssue>.Of(Issue with { Service = "EC2", Code = "AWS_EC2_OPERATIONAL_ISSUE" }) }).Finding);

    [Fact]
    public void Assess_RoleLacksAPermission_TellsTheAdministratorAndDoesNothing()
    {
        var diagnosis = Assess(Errors(9, "ERROR AccessDenied") with { Permissions = Gathered<PermissionCheck>.Of(new("partnercentral:GetOpportunity", "implicitDeny"), new("partnercentral:ListOpportunities", "allowed")) });

        Assert.Equal((Confidence.High, "The connector's role may not call partnercentral:GetOpportunity (all 9 errors within the hour)."), (diagnosis.Confidence, diagnosis.Summary));
        Assert.Equal(["pia"], diagnosis.Tell.AsEnumerable());
        Assert.Empty(diagnosis.Plan);
    }

    [Fact]
    public void Assess_RoleIsGone_SaysSo() =>
        Assert.StartsWith("The connector's role does not exist any more", Assess(Errors(3, "ERROR AccessDenied") with { Permissions = Gathered<PermissionCheck>.Without("Iam.NoSuchEntityException: no role") }).Summary);

    [Fact]
    public void Assess_RateLimit_LowersTheRateAndThenLetsRunsGoOn()
    {
        var diagnosis = Assess(Errors(50, "ERROR 429 Rate exceeded") with
        {
            Throttles = Gathered<CountedCalls>.Of(new CountedCalls([100, 200])),
            Rate = Gathered<ParameterText>.Of(new ParameterText("15")),
            Runs = Gathered<FailedRun>.Of(Run("a"), Run("b") with { Redrive = "NOT_REDRIVABLE" }),
        });

        Assert.Equal(Confidence.High, diagnosis.Confidence);
        Assert.Equal(7, Assert.IsType<LowerRequestRate>(diagnosis.Plan[0].Action).Limit);
        Assert.Equal((1, true), (Assert.IsType<RedriveIngestion>(diagnosis.Plan[1].Action).BlastRadius, diagnosis.Plan[1].FollowsTheOneBefore));
    }

    [Fact]
    public void Assess_FewThrottledCallsAmongManyOwnErrors_AreNotTheCause()
    {
        var diagnosis = Assess(Errors((44, "ERROR ValidationException: Stage is missing"), (6, "ERROR 429 Rate exceeded")) with
        {
            Throttles = Gathered<CountedCalls>.Of(new CountedCalls([6])),
            Rate = Gathered<ParameterText>.Of(new ParameterText("15")),
        });

        Assert.Equal((PartnerCentralFindings.OwnFault, Confidence.Medium), (diagnosis.Finding, diagnosis.Confidence));
        Assert.Empty(diagnosis.Plan);
        Assert.Contains("Also: its calls are throttled (6 of 50 errors within the hour).", diagnosis.Support);
    }

    [Fact]
    public void Assess_ThrottledAndRefused_IsForPeopleAndTheAdministrator()
    {
        var diagnosis = Assess(Errors((26, "ERROR 429 Rate exceeded"), (24, "ERROR AccessDenied")) with
        {
            Throttles = Gathered<CountedCalls>.Of(new CountedCalls([300])),
            Permissions = Gathered<PermissionCheck>.Of(new PermissionCheck("partnercentral:GetOpportunity", "explicitDeny")),
            Rate = Gathered<ParameterText>.Of(new ParameterText("15")),
            Runs = Gathered<FailedRun>.Of(Run("a")),
        });

        Assert.Empty(diagnosis.Plan);
        Assert.Equal(["pia"], diagnosis.Tell.AsEnumerable());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("fast")]
    [InlineData("NaN")]
    [InlineData(null)]
    public void Assess_RateThatCannotBeLowered_IsForPeopleAndRunsAreNotLetFailAgain(string? rate)
    {
        var diagnosis = Assess(Errors(5, "ERROR 429") with { Rate = Gathered<ParameterText>.Of(new ParameterText(rate)), Runs = Gathered<FailedRun>.Of(Run("a")) });

        Assert.Equal(PartnerCentralFindings.RateLimit, diagnosis.Finding);
        Assert.Empty(diagnosis.Plan);
        Assert.Contains(diagnosis.Support, sentence => sentence.StartsWith("For people: lower the connector's request rate", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_RunOfAnotherMachine_IsNeverLetGoOn() => Assert.Empty(Assess(Errors(0, "") with
    {
        Runs = Gathered<FailedRun>.Of(Run("a") with { Arn = "arn:aws:states:eu-central-1:999988887777:execution:partner-ingestion:a" }),
    }).Plan);

    [Fact]
    public void Assess_NothingSeen_SaysSoAndNothingElse()
    {
        var diagnosis = Assess(new PartnerCentralEvidence { Errors = Gathered<ErrorLine>.Without("CloudWatchLogs.ResourceNotFoundException: no such log group") });

        Assert.Equal((PartnerCentralFindings.NothingSeen, Confidence.Low), (diagnosis.Finding, diagnosis.Confidence));
        Assert.Contains("The connector's errors could not be seen: CloudWatchLogs.ResourceNotFoundException: no such log group.", diagnosis.NotSeen);
    }

    [Fact]
    public void Assess_AnyEvidenceInAnyOrderOrTwice_SaysTheSame() => Gen.Select(AnyEvidence, Gen.Int).Sample((evidence, seed) =>
    {
        var random = new Random(seed);
        var other = evidence with { Errors = Mixed.Of(evidence.Errors, random), Health = Mixed.Of(evidence.Health, random), Permissions = Mixed.Of(evidence.Permissions, random), Runs = Mixed.Of(evidence.Runs, random) };

        var (one, two) = (Assess(evidence), Assess(other));

        Assert.Equal((one.Finding, one.Summary, one.Confidence), (two.Finding, two.Summary, two.Confidence));
        Assert.Equal(one.Support.AsEnumerable(), two.Support.AsEnumerable());
    });

    [Fact]
    public void Assess_SourcesLeftOut_NeverBecomesSureOfSomethingElse() => Gen.Select(AnyEvidence, Gen.Bool.Array[6]).Sample((evidence, left) =>
    {
        var whole = Assess(evidence);
        var part = Assess(evidence with
        {
            Errors = left[0] ? evidence.Errors : null,
            Health = left[1] ? evidence.Health : null,
            Permissions = left[2] ? evidence.Permissions : null,
            Throttles = left[3] ? evidence.Throttles : null,
            Rate = left[4] ? evidence.Rate : null,
            Runs = left[5] ? evidence.Runs : null,
        });

        Assert.True(part.Confidence != Confidence.High || whole.Confidence != Confidence.High || part.Finding == whole.Finding);
        Assert.All(part.Support, sentence => Assert.InRange(sentence.Length, 1, 300));
        Assert.InRange(part.Summary.Length, 1, 500);
    });

    private static readonly HealthIssue Issue = new("PARTNERCENTRAL", "AWS_PARTNERCENTRAL_OPERATIONAL_ISSUE", "issue", "global", "2026-03-02T08:20:00Z");

    private static readonly Gen<PartnerCentralEvidence> AnyEvidence = Gen.Select(
        Gen.Select(Pick.Of("ERROR 429", "ERROR AccessDenied", "ERROR HTTP 503", "ERROR ValidationException", "ERROR odd", "", null!), Gen.Int[0, 5]).Array[0, 20],
        Pick.Of("PARTNERCENTRAL", "EC2", "IAM").Array[0, 2],
        Pick.Of("allowed", "implicitDeny", null!).Array[0, 2],
        Gen.Double[-5, 50].Array[0, 3],
        Pick.Of("REDRIVABLE", "NOT_REDRIVABLE").Array[0, 3],
        (lines, issues, checks, throttled, runs) => new PartnerCentralEvidence
        {
            Errors = Gathered<ErrorLine>.Of([.. lines.Select((line, n) => new ErrorLine($"{1_772_441_000_000 + line.Item2}", line.Item1 is null ? null : $"{line.Item1} of {n}"))]),
            Health = Gathered<HealthIssue>.Of([.. issues.Select(service => Issue with { Service = service, Code = $"AWS_{service}_OPERATIONAL_ISSUE" })]),
            Permissions = Gathered<PermissionCheck>.Of([.. checks.Select((decision, n) => new PermissionCheck($"partnercentral:Call{n}", decision))]),
            Throttles = Gathered<CountedCalls>.Of(new CountedCalls(throttled)),
            Rate = Gathered<ParameterText>.Of(new ParameterText("20")),
            Runs = Gathered<FailedRun>.Of([.. runs.Select((redrive, n) => Run($"r{n}") with { Redrive = redrive })]),
        });

    private static FailedRun Run(string name) => new($"arn:aws:states:eu-central-1:111122223333:execution:partner-ingestion:{name}", name, "2026-03-02T08:31:00Z", "PartnerCentralError", "REDRIVABLE");

    private static PartnerCentralEvidence Errors(params (int Count, string Text)[] kinds) =>
        new() { Errors = Gathered<ErrorLine>.Of([.. kinds.SelectMany(kind => Errors(kind.Count, kind.Text).Errors!.Items!)]) };

    private static PartnerCentralEvidence Errors(int count, string line) => new()
    {
        Errors = Gathered<ErrorLine>.Of([.. Enumerable.Range(0, count).Select(n => new ErrorLine($"{1_772_441_000_000 + n}", line))]),
        Health = Gathered<HealthIssue>.Of(),
    };

    private static Diagnosis Assess(PartnerCentralEvidence evidence) => PartnerCentralAssessment.Assess(evidence, Context, Policy);
}
