using CsCheck;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Evidence.SecurityFinding;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Tests.Evidence.SecurityFinding;

public class SecurityAssessmentTests
{
    private const string Key = "AKIAQEXAMPLEKEY00001";
    private const string Instance = "i-0a1b2c3d4e5f60718";

    private static readonly SecurityPolicy Policy = new(new IsolationPolicy("sg-empty", "isolation", "allowed"));

    [Theory]
    [InlineData("UnauthorizedAccess:IAMUser/MaliciousIPCaller", SecurityFindings.CompromisedCredentials)]
    [InlineData("CredentialAccess:IAMUser/AnomalousBehavior", SecurityFindings.CompromisedCredentials)]
    [InlineData("AttackSequence:IAM/CompromisedCredentials", SecurityFindings.CompromisedCredentials)]
    [InlineData("Exfiltration:S3/AnomalousBehavior", SecurityFindings.CompromisedCredentials)]
    [InlineData("Recon:IAMUser/TorIPCaller", SecurityFindings.Reconnaissance)]
    [InlineData("Discovery:S3/AnomalousBehavior", SecurityFindings.Reconnaissance)]
    public void Assess_FindingAboutAKey_TellsUseFromLookingAround(string type, string expected) =>
        Assert.Equal(expected, Assess([$"findingType={type}", "user=ci-deploy", "userType=IAMUser", $"accessKey={Key}"]).Finding);

    [Theory]
    [InlineData("CryptoCurrency:EC2/BitcoinTool.B!DNS", null, SecurityFindings.CompromisedInstance)]
    [InlineData("Backdoor:EC2/C&CActivity.B", null, SecurityFindings.CompromisedInstance)]
    [InlineData("Execution:Runtime/NewBinaryExecuted", null, SecurityFindings.CompromisedInstance)]
    [InlineData("UnauthorizedAccess:EC2/SSHBruteForce", "TARGET", SecurityFindings.Reconnaissance)]
    [InlineData("UnauthorizedAccess:EC2/SSHBruteForce", "ACTOR", SecurityFindings.CompromisedInstance)]
    [InlineData("Recon:EC2/PortProbeUnprotectedPort", "TARGET", SecurityFindings.Reconnaissance)]
    public void Assess_FindingAboutAnInstance_TellsKnockingFromBeingIn(string type, string? role, string expected) =>
        Assert.Equal(expected, Assess([$"findingType={type}", $"instance={Instance}"], new SecurityEvidence { Finding = Gathered<FindingState>.Of(new FindingState(type, role, "3", "false")) }).Finding);

    [Theory]
    [InlineData("UnauthorizedAccess:IAMUser/TorIPCaller", "The user ci-deploy is used by somebody else, as UnauthorizedAccess:IAMUser/TorIPCaller says")]
    [InlineData("Persistence:IAMUser/AnomalousBehavior", "The user ci-deploy does what it should not, or is used by somebody else, as Persistence:IAMUser/AnomalousBehavior says")]
    [InlineData("Stealth:IAMUser/CloudTrailLoggingDisabled", "The user ci-deploy does what it should not, or is used by somebody else, as Stealth:IAMUser/CloudTrailLoggingDisabled says")]
    public void Assess_CallsThatMayBeTheOwners_AreNotSaidToBeAnothers(string type, string summary) =>
        Assert.StartsWith(summary, Assess([$"findingType={type}", "user=ci-deploy", "userType=IAMUser"], new SecurityEvidence()).Summary, StringComparison.Ordinal);

    [Fact]
    public void Assess_PortProbeOfAnInstanceThatSomebodyLaunched_IsReconnaissance()
    {
        var launched = new SecurityEvidence { Calls = Gathered<TrailCall>.Of(new TrailCall("RunInstances", "2026-03-02T06:12:00Z", "AutoScaling", "false", "autoscaling.amazonaws.com", null)) };

        var diagnosis = Assess(["findingType=Recon:EC2/PortProbeUnprotectedPort", $"instance={Instance}"], launched);

        Assert.Equal((SecurityFindings.Reconnaissance, 0), (diagnosis.Finding, diagnosis.Plan.Length));
    }

    [Theory]
    [InlineData("ACTOR", SecurityFindings.CompromisedInstance, Confidence.Medium)]
    [InlineData("SOURCE", SecurityFindings.CompromisedInstance, Confidence.Medium)]
    [InlineData("TARGET", SecurityFindings.Reconnaissance, Confidence.Medium)]
    [InlineData(null, SecurityFindings.Reconnaissance, Confidence.Low)]
    public void Assess_BruteForceWithTheFindingUnseen_GoesByTheRoleThatTheEventNamed(string? role, string expected, Confidence confidence)
    {
        string[] resources = ["findingType=UnauthorizedAccess:EC2/SSHBruteForce", $"instance={Instance}", .. role is null ? (string[])[] : [$"resourceRole={role}"]];

        var diagnosis = Assess(resources, new SecurityEvidence { Finding = Gathered<FindingState>.Without("AccessDenied") });

        Assert.Equal((expected, confidence), (diagnosis.Finding, diagnosis.Confidence));
    }

    [Theory]
    [InlineData("AWSAccount")]
    [InlineData("AWSService")]
    [InlineData("FederatedUser")]
    public void Assess_PrincipalThatIsNotOurs_TouchesNobodyOfTheSameName(string userType) =>
        Assert.Empty(Assess(["findingType=Exfiltration:S3/MaliciousIPCaller", "user=ci-deploy", $"userType={userType}"]).Plan);

    [Theory]
    [InlineData("AWSReservedSSO_Admin_0123456789abcdef")]
    [InlineData("AWSServiceRoleForAutoScaling")]
    public void Assess_RoleThatAwsManages_IsForPeople(string role)
    {
        var diagnosis = Assess(["findingType=UnauthorizedAccess:IAMUser/MaliciousIPCaller", $"user={role}", "userType=AssumedRole"]);

        Assert.Empty(diagnosis.Plan);
        Assert.Contains(diagnosis.Support, sentence => sentence.Contains("IAM Identity Center", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_ReadingOfASecretByAServiceOfAws_IsNoUseByOthers() => Assert.Equal(
        SecurityFindings.Reconnaissance,
        Assess(["findingType=Discovery:IAMUser/AnomalousBehavior", "user=ci", "userType=IAMUser"], new SecurityEvidence { Calls = Gathered<TrailCall>.Of(new TrailCall("GetSecretValue", null, "ci", "true", "codebuild.amazonaws.com", null)) }).Finding);

    [Fact]
    public void Assess_CallsThatWereRefused_WereTriedAndNotMade()
    {
        var diagnosis = Assess(
            ["findingType=UnauthorizedAccess:IAMUser/MaliciousIPCaller", "user=ci-deploy", "userType=IAMUser", $"accessKey={Key}"],
            new SecurityEvidence { Calls = Gathered<TrailCall>.Of(new TrailCall("CreateUser", null, "ci-deploy", "false", "198.51.100.7", "AccessDenied")) });

        Assert.Contains("; it tried CreateUser, and was refused", diagnosis.Summary);
        Assert.DoesNotContain("called CreateUser", diagnosis.Summary);
    }

    [Theory]
    [InlineData("false", false, "its policy does not make it public")]
    [InlineData("true", true, "is open to the public now")]
    [InlineData(null, false, "whether it is public could not be seen")]
    public void Assess_BlockTakenOff_SaysWhoMayReadAsFarAsThatWasSeen(string? isPublic, bool data, string says)
    {
        var diagnosis = Assess(["findingType=Policy:S3/BucketBlockPublicAccessDisabled", "arn:aws:s3:::shop-exports"], new SecurityEvidence
        {
            BucketPolicy = isPublic is null ? Gathered<BucketPolicyState>.Without("AccessDenied") : Gathered<BucketPolicyState>.Of(new BucketPolicyState(isPublic)),
            BucketBlocks = isPublic is null ? Gathered<BucketBlocks>.Without("AccessDenied") : Gathered<BucketBlocks>.Of(new BucketBlocks([])),
        });

        Assert.Contains(says, diagnosis.Summary);
        Assert.Equal(data, diagnosis.Impact is { Data: true });
    }

    [Theory]
    [InlineData("PrivilegeEscalation:Kubernetes/PrivilegedContainer")]
    [InlineData("CredentialAccess:RDS/AnomalousBehavior.SuccessfulLogin")]
    [InlineData("Something:New/Kind")]
    public void Assess_FindingAboutAnythingElse_IsForPeople(string type)
    {
        var diagnosis = Assess([$"findingType={type}", "arn:aws:rds:eu-central-1:111122223333:db:orders"]);

        Assert.Equal((SecurityFindings.ForPeople, 0), (diagnosis.Finding, diagnosis.Plan.Length));
        Assert.Contains("db:orders", diagnosis.Summary);
    }

    [Theory]
    [InlineData("AttackSequence:S3/CompromisedData", true)]
    [InlineData("PrivilegeEscalation:Kubernetes/PrivilegedContainer", false)]
    public void Assess_FindingThatDataWasTaken_IsAnImpactOnData(string type, bool data) => Assert.Equal(data, Assess([$"findingType={type}", "x"]).Impact is { Data: true });

    [Fact]
    public void Assess_NothingNamed_SaysSo() => Assert.Equal(SecurityFindings.NothingSeen, Assess([]).Finding);

    [Fact]
    public void Assess_KeyOfAUser_StopsTheKeyAndWhatItOpened() => Assert.Equal(
        [ActionKinds.DeactivateKey, ActionKinds.DenySessions],
        Assess(["findingType=UnauthorizedAccess:IAMUser/MaliciousIPCaller", "user=ci-deploy", "userType=IAMUser", $"accessKey={Key}"]).Plan.Select(proposed => proposed.Action.Name));

    [Fact]
    public void Assess_KeyThatIsInactive_DeniesSessionsOnly() => Assert.Equal(
        [ActionKinds.DenySessions],
        Assess(["findingType=UnauthorizedAccess:IAMUser/MaliciousIPCaller", "user=ci-deploy", "userType=IAMUser", $"accessKey={Key}"], new SecurityEvidence { Keys = Gathered<AccessKeyState>.Of(new AccessKeyState(Key, "Inactive")) })
            .Plan.Select(proposed => proposed.Action.Name));

    [Fact]
    public void Assess_SessionOfARole_DeniesTheRolesSessions()
    {
        var action = Assert.IsType<DenySessions>(Assert.Single(Assess(["findingType=UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS", "user=orders-api", "userType=AssumedRole", "accessKey=ASIAQEXAMPLEKEY00001"]).Plan).Action);

        Assert.Equal(("role", $"arn:aws:iam::{RunbookContextSample.Of("x").Account}:role/orders-api"), (action.Principal, action.TargetArn));
    }

    [Theory]
    [InlineData("Root", "root")]
    [InlineData("IAMUser", "ci/../admin")]
    public void Assess_RootOrANameThatCouldBeAnother_TouchesNobody(string userType, string user) =>
        Assert.Empty(Assess(["findingType=UnauthorizedAccess:IAMUser/MaliciousIPCaller", $"user={user}", $"userType={userType}", $"accessKey={Key}"]).Plan);

    [Fact]
    public void Assess_ReconnaissanceByAKeyThatMadeUsers_IsCompromised() => Assert.Equal(
        SecurityFindings.CompromisedCredentials,
        Assess(
            ["findingType=Recon:IAMUser/TorIPCaller", "user=ci-deploy", "userType=IAMUser", $"accessKey={Key}"],
            new SecurityEvidence { Calls = Gathered<TrailCall>.Of(new TrailCall("CreateUser", "2026-03-02T08:50:00Z", "ci-deploy", "false", "198.51.100.23", null)) }).Finding);

    [Fact]
    public void Assess_ReconnaissanceWhoseCallsWereRefused_StaysReconnaissance() => Assert.Equal(
        SecurityFindings.Reconnaissance,
        Assess(
            ["findingType=Recon:IAMUser/TorIPCaller", "user=ci-deploy", "userType=IAMUser", $"accessKey={Key}"],
            new SecurityEvidence { Calls = Gathered<TrailCall>.Of(new TrailCall("CreateUser", "2026-03-02T08:50:00Z", "ci-deploy", "false", "198.51.100.23", "AccessDenied")) }).Finding);

    [Fact]
    public void Assess_InstanceThatIsGoneOrIsolated_PlansNothing()
    {
        foreach (var state in new[] { new InstanceState(Instance, "terminated", [], null), new InstanceState(Instance, "running", ["sg-empty"], null) })
        {
            Assert.Empty(Assess(["findingType=CryptoCurrency:EC2/BitcoinTool.B!DNS", $"instance={Instance}"], new SecurityEvidence { Instance = Gathered<InstanceState>.Of(state) }).Plan);
        }
    }

    [Fact]
    public void Assess_InstanceWithoutAGroupForIsolation_IsLeftToPeople()
    {
        var diagnosis = SecurityAssessment.Assess(new SecurityEvidence(), Context(["findingType=CryptoCurrency:EC2/BitcoinTool.B!DNS", $"instance={Instance}"]), SecurityPolicy.Default);

        Assert.Empty(diagnosis.Plan);
        Assert.Contains(diagnosis.Support, sentence => sentence.Contains("runbooks.security-finding.isolation", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(3, 1)]
    [InlineData(0, 1)]
    public void Assess_BucketThatWasOpened_IsBlockedUnlessAllBlocksAreOn(int blocks, int planned)
    {
        string[] names = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];
        var diagnosis = Assess(
            ["arn:aws:s3:::shop-exports", "findingType=Policy:S3/BucketAnonymousAccessGranted"],
            new SecurityEvidence { BucketBlocks = Gathered<BucketBlocks>.Of(new BucketBlocks(names[..blocks])) });

        Assert.Equal((SecurityFindings.ExposedBucket, planned, true), (diagnosis.Finding, diagnosis.Plan.Length, diagnosis.Impact is { Data: true }));
    }

    [Fact]
    public void Assess_BucketWithoutPolicyAndBlocks_IsNoGap() => Assert.DoesNotContain(
        Assess(
            ["arn:aws:s3:::shop-exports", "findingType=Policy:S3/BucketAnonymousAccessGranted"],
            new SecurityEvidence
            {
                BucketPolicy = Gathered<BucketPolicyState>.Without("S3.S3Exception: The bucket policy does not exist"),
                BucketBlocks = Gathered<BucketBlocks>.Without("S3.S3Exception: The public access block configuration was not found"),
            }).NotSeen,
        sentence => sentence.Contains("bucket", StringComparison.Ordinal));

    [Fact]
    public void Assess_AnyEvidenceInAnyOrderOrTwice_SaysTheSame() => Gen.Select(AnyResources, AnyEvidence, Gen.Int).Sample((resources, evidence, seed) =>
    {
        var random = new Random(seed);
        var (one, two) = (Assess(resources, evidence), Assess(resources, evidence with { Calls = Mixed.Of(evidence.Calls, random), Keys = Mixed.Of(evidence.Keys, random), Instance = Mixed.Of(evidence.Instance, random), BucketBlocks = Mixed.Of(evidence.BucketBlocks, random) }));

        Assert.Equal((one.Finding, one.Summary, one.Confidence), (two.Finding, two.Summary, two.Confidence));
        Assert.Equal(one.Plan.Select(proposed => proposed.Action.LimitKey), two.Plan.Select(proposed => proposed.Action.LimitKey));
        Assert.All(one.Plan, proposed => Assert.Equal(ActionRisk.High, proposed.Risk));
    });

    [Fact]
    public void Assess_SourcesLeftOut_NeverSaysThatItIsOnlyReconnaissanceMoreSurely() => Gen.Select(AnyResources, AnyEvidence).Sample((resources, evidence) =>
    {
        var (whole, part) = (Assess(resources, evidence), Assess(resources, new SecurityEvidence()));

        Assert.True(part.Finding != SecurityFindings.Reconnaissance || part.Confidence < Confidence.High);
        Assert.True(part.Finding == whole.Finding || part.Finding is SecurityFindings.Reconnaissance || whole.Finding is SecurityFindings.Reconnaissance || evidence.Finding is not null);
        Assert.InRange(part.Summary.Length, 1, 500);
    });

    private static readonly Gen<string[]> AnyResources = Pick.Of(
        "findingType=UnauthorizedAccess:IAMUser/X", "findingType=Recon:EC2/PortProbe", "findingType=Policy:S3/X", "findingType=CryptoCurrency:EC2/X", "findingType=", $"accessKey={Key}", "user=ci-deploy", "userType=IAMUser",
        "userType=Root", $"instance={Instance}", "instance=i-../x", "arn:aws:s3:::shop-exports", "bucket=Not A Bucket", "x").Array[0, 5];

    private static readonly Gen<SecurityEvidence> AnyEvidence = Gen.Select(
        Gen.Select(Pick.Of("CreateUser", "GetObject", null!), Pick.Of("AccessDenied", null!)).Array[0, 4],
        Pick.Of("Active", "Inactive", null!).Array[0, 2],
        Pick.Of("running", "terminated", null!).Array[0, 2],
        Gen.Int[0, 4].Array[0, 2],
        (calls, keys, instances, blocks) => new SecurityEvidence
        {
            Calls = Gathered<TrailCall>.Of([.. calls.Select((call, n) => new TrailCall(call.Item1, $"2026-03-02T08:{n:00}:00Z", "ci-deploy", "false", "198.51.100.23", call.Item2))]),
            Keys = Gathered<AccessKeyState>.Of([.. keys.Select(status => new AccessKeyState(Key, status))]),
            Instance = Gathered<InstanceState>.Of([.. instances.Select(state => new InstanceState(Instance, state, ["sg-1"], "orders"))]),
            BucketBlocks = Gathered<BucketBlocks>.Of([.. blocks.Select(count => new BucketBlocks([.. Enumerable.Range(0, count).Select(n => $"block-{n}")]))]),
        });

    private static Diagnosis Assess(string[] resources, SecurityEvidence? evidence = null) => SecurityAssessment.Assess(evidence ?? new SecurityEvidence(), Context(resources), Policy);

    private static RunbookContext Context(string[] resources) => RunbookContextSample.Of(RunbookNames.SecurityFinding) with { Resources = [.. resources] };
}
