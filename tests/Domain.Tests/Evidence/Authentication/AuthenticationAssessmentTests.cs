using CsCheck;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Evidence.Authentication;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Tests.Evidence.Authentication;

public class AuthenticationAssessmentTests
{
    private const string Pool = "eu-central-1_Pool01";
    private const string Issuer = $"https://cognito-idp.eu-central-1.amazonaws.com/{Pool}";

    private static readonly AuthenticationPolicy Policy = AuthenticationPolicy.Default with
    {
        UserPool = Pool,
        Clients = ["client-1"],
        IpSet = new IpSetName("blocked", "id-1"),
        NeverBlock = ["203.0.113.0/24"],
    };

    private static readonly RunbookContext Context = RunbookContextSample.Of(RunbookNames.Authentication) with { Authentication = AuthenticationPlaces.Of(Policy) };

    [Fact]
    public void Assess_PoolIsGone_IsSure() => Holds(AuthenticationFindings.PoolUnhealthy, Confidence.High, new AuthenticationEvidence { Pool = Gathered<UserPool>.Without("CognitoIdentityProvider.ResourceNotFoundException: no pool") });

    [Fact]
    public void Assess_ClientIsGone_IsSure() => Holds(AuthenticationFindings.PoolUnhealthy, Confidence.High, new AuthenticationEvidence { Clients = Gathered<PoolClient>.Of(new PoolClient("client-1", true)) });

    [Theory]
    [InlineData("https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Other", "client-1", true)]
    [InlineData(Issuer, "client-9", true)]
    [InlineData(Issuer, "client-1", false)]
    [InlineData(Issuer + "/", "client-1", false)]
    [InlineData("https://issuer.example.com/", "client-9", false)]
    public void Assess_Authorizer_IsWrongWhenItExpectsOtherTokensThanThePools(string issuer, string audience, bool wrong) =>
        Assert.Equal(
            wrong ? AuthenticationFindings.TokenMismatch : AuthenticationFindings.ScatteredFailures,
            Assess(Failing(30, n => $"USER_AUTH_FAIL user=u{n} ip=192.0.2.{n}") with { Authorizers = Gathered<Authorizer>.Of(new Authorizer("jwt", "JWT", issuer, [audience])) }).Finding);

    [Fact]
    public void Assess_ManyFailuresFromFewAddresses_ProposesToBlockThem()
    {
        var diagnosis = Assess(Failing(50, n => $"USER_AUTH_FAIL user=u{n} ip=198.51.100.{23 + (n % 2)}"));

        Assert.Equal((AuthenticationFindings.Attack, Confidence.High), (diagnosis.Finding, diagnosis.Confidence));
        Assert.Equal(["198.51.100.23/32", "198.51.100.24/32"], Assert.IsType<BlockAddresses>(Assert.Single(diagnosis.Plan).Action).Addresses.AsEnumerable());
    }

    [Fact]
    public void Assess_Attack_CountsTheUsersThatWereTriedFromThere()
    {
        var diagnosis = Assess(Failing(60, n => $"USER_AUTH_FAIL user=u{(n < 54 ? n % 9 : n)} ip={(n < 54 ? "198.51.100.23" : $"192.0.2.{n}")}"));

        Assert.Equal("54 of 60 failed sign-ins within the hour come from 198.51.100.23, for 9 different users.", diagnosis.Summary);
    }

    [Fact]
    public void Assess_AttackFromOneNetworkOfVersion6_IsNamedAndLeftToPeople()
    {
        var diagnosis = Assess(Failing(50, n => $"2026-03-02T08:50:00Z USER_AUTH_FAIL user=u{n} ip=2001:db8:7:1::{n + 1:x}"));

        Assert.Equal(AuthenticationFindings.Attack, diagnosis.Finding);
        Assert.Contains("come from 2001:db8:7:1::/64, for 50 different users", diagnosis.Summary);
        Assert.Contains(diagnosis.Support, sentence => sentence.StartsWith("2001:db8:7:1::/64 is not blocked by itself", StringComparison.Ordinal));
        Assert.Empty(diagnosis.Plan);
    }

    [Fact]
    public void Assess_FewFailuresMostlyFromOneAddress_AreNoAttackAndNameIt()
    {
        var diagnosis = Assess(Failing(12, n => $"USER_AUTH_FAIL user=u{n} ip={(n < 9 ? "198.51.100.23" : $"192.0.2.{n}")}"));

        Assert.Equal(AuthenticationFindings.ScatteredFailures, diagnosis.Finding);
        Assert.Contains("9 of them come from 198.51.100.23.", diagnosis.Support);
    }

    [Fact]
    public void Assess_AllUsersFromManyAddresses_IsNeverAnAttack() =>
        Assert.NotEqual(AuthenticationFindings.Attack, Assess(Failing(200, n => $"USER_AUTH_FAIL user=u{n} ip=198.51.{n / 200}.{n % 200}")).Finding);

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("192.168.0.7")]
    [InlineData("203.0.113.9")]
    public void Assess_AddressThatIsPrivateOrProtected_IsNeverBlocked(string address) =>
        Assert.Empty(Assess(Failing(50, n => $"USER_AUTH_FAIL user=u{n} ip={address}")).Plan);

    [Fact]
    public void Assess_ExpiredTokens_SignsOutOnlyUsersWhoseNamesAreNoAddressesOfMail()
    {
        var diagnosis = Assess(Failing(6, n => $"USER_AUTH_FAIL user={(n % 2 == 0 ? "ana@example.com" : "3f2a-77")} token expired"));

        Assert.Equal(AuthenticationFindings.TokenMismatch, diagnosis.Finding);
        Assert.Equal(["3f2a-77"], Assert.IsType<SignOutUsers>(Assert.Single(diagnosis.Plan).Action).Users.AsEnumerable());
    }

    [Fact]
    public void Assess_VersionOfABrowser_IsNoAddress()
    {
        var diagnosis = Assess(Failing(60, n => $$"""{"userAgent":"Mozilla/5.0 Chrome/131.0.0.0 Safari/537.36","sourceIp":"81.2.69.{{n}}","user":"u{{n}}","message":"USER_AUTH_FAIL"}"""));

        Assert.NotEqual(AuthenticationFindings.Attack, diagnosis.Finding);
        Assert.DoesNotContain("131.0.0.0", diagnosis.Summary);
    }

    [Fact]
    public void Assess_ProxyOfOursBeforeTheCaller_IsNotTheAttacker() =>
        Assert.NotEqual(AuthenticationFindings.Attack, Assess(Failing(60, n => $"USER_AUTH_FAIL user=u{n} peer=10.0.3.7 xff=\"81.2.69.{n}\"")).Finding);

    [Fact]
    public void Assess_AuthorizerOfOthersBesideOurOwn_IsNoMismatch() => Assert.NotEqual(
        AuthenticationFindings.TokenMismatch,
        Assess(Failing(6, n => $"USER_AUTH_FAIL user=u{n} ip=192.0.2.{n}") with
        {
            Authorizers = Gathered<Authorizer>.Of(
                new Authorizer("ours", "JWT", Issuer, ["client-1"]),
                new Authorizer("partners", "JWT", "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Partner99", ["client-9"])),
        }).Finding);

    [Fact]
    public void Assess_ChangeShortlyBefore_IsNamedAndNotReverted()
    {
        var diagnosis = Assess(Failing(5, n => $"USER_AUTH_FAIL user=u{n} ip=192.0.2.{n}") with { Changes = Gathered<TrailEvent>.Of(Change("DetachRolePolicy", 20), Change("GetRole", 6)) });

        Assert.Equal((AuthenticationFindings.RbacChange, Confidence.Medium), (diagnosis.Finding, diagnosis.Confidence));
        Assert.Contains("DetachRolePolicy of shop by deploy at 08:40 UTC, 15 min before it began", diagnosis.Summary);
        Assert.Empty(diagnosis.Plan);
    }

    [Theory]
    [InlineData("eu-central-1_Partner99", AuthenticationFindings.ScatteredFailures)]
    [InlineData(Pool, AuthenticationFindings.RbacChange)]
    [InlineData("arn:aws:cognito-idp:eu-central-1:111122223333:userpool/" + Pool, AuthenticationFindings.RbacChange)]
    [InlineData("shop", AuthenticationFindings.RbacChange)]
    public void Assess_ChangeOfAUserPool_CountsWhereItIsOurs(string resource, string finding) => Assert.Equal(
        finding,
        Assess(Failing(5, n => $"USER_AUTH_FAIL user=u{n} ip=192.0.2.{n}") with { Changes = Gathered<TrailEvent>.Of(Change("UpdateUserPoolClient", 20) with { Resources = [resource] }) }).Finding);

    [Fact]
    public void Assess_ChangeOfTheDayBefore_IsNotCalledShortlyBefore() => Assert.StartsWith(
        "Rights or sign-in settings were changed within the day before: ",
        Assess(Failing(5, n => $"USER_AUTH_FAIL user=u{n} ip=192.0.2.{n}") with { Changes = Gathered<TrailEvent>.Of(Change("DetachRolePolicy", 1_300)) }).Summary,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("DetachRolePolicy", "aws iam attach-role-policy --role-name shop --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess")]
    [InlineData("AttachUserPolicy", "aws iam detach-user-policy --user-name shop --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess")]
    public void Assess_PolicyAttachedOrDetached_PreparesTheCommandThatGoesBack(string call, string command)
    {
        var change = Change(call, 20) with { Resources = ["arn:aws:iam::aws:policy/ReadOnlyAccess", "shop"] };

        Assert.Contains($"For people, to see it or go back: {command}.", Assess(new AuthenticationEvidence { Changes = Gathered<TrailEvent>.Of(change) }).Support);
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/x; rm -rf /", "shop")]
    [InlineData("arn:aws:iam::aws:policy/x", "shop$(id)")]
    public void Assess_NameThatIAMDoesNotAllow_IsInNoCommand(string policy, string role)
    {
        var support = Assess(new AuthenticationEvidence { Changes = Gathered<TrailEvent>.Of(Change("DetachRolePolicy", 20) with { Resources = [policy, role] }) }).Support;

        Assert.Contains("For people, to see it or go back: aws iam attach-role-policy to put it back.", support);
    }

    [Fact]
    public void Assess_NoLogGroup_SaysThatCognitoMakesNone() =>
        Assert.Contains(Assess(new AuthenticationEvidence { Failures = Gathered<DenialLine>.Without("CloudWatchLogs.ResourceNotFoundException") }).NotSeen, sentence => sentence.Contains("Cognito does not make one", StringComparison.Ordinal));

    [Fact]
    public void Assess_NothingNamedThatCouldBeSeen_IsNoNews()
    {
        var unseen = new AuthenticationEvidence { Failures = Gathered<DenialLine>.Without("policy does not name it") };

        Assert.False(AuthenticationAssessment.Assess(unseen, Context, AuthenticationPolicy.Default).WorthTelling);
        Assert.True(Assess(unseen).WorthTelling);
    }

    [Fact]
    public void Places_WithoutAPoolAndALogGroup_NameNoLog()
    {
        Assert.Null(AuthenticationPlaces.Of(AuthenticationPolicy.Default).LogGroup);
        Assert.Equal($"/aws/cognito/user-pools/{Pool}", AuthenticationPlaces.Of(Policy).LogGroup);
    }

    [Fact]
    public void Assess_AnyEvidenceInAnyOrderOrTwice_SaysTheSame() => Gen.Select(AnyEvidence, Gen.Int).Sample((evidence, seed) =>
    {
        var random = new Random(seed);
        var (one, two) = (Assess(evidence), Assess(evidence with { Failures = Mixed.Of(evidence.Failures, random), Changes = Mixed.Of(evidence.Changes, random), Authorizers = Mixed.Of(evidence.Authorizers, random) }));

        Assert.Equal((one.Finding, one.Summary, one.Confidence), (two.Finding, two.Summary, two.Confidence));
        Assert.Equal(one.Plan.Select(proposed => proposed.Action.LimitKey), two.Plan.Select(proposed => proposed.Action.LimitKey));
    });

    [Fact]
    public void Assess_SourcesLeftOut_NeverBecomesSureOfSomethingElse() => Gen.Select(AnyEvidence, Gen.Bool.Array[4]).Sample((evidence, left) =>
    {
        var whole = Assess(evidence);
        var part = Assess(evidence with
        {
            Failures = left[0] ? evidence.Failures : null,
            Changes = left[1] ? evidence.Changes : null,
            Authorizers = left[2] ? evidence.Authorizers : null,
            Pool = left[3] ? evidence.Pool : null,
        });

        // That a certain cause is not looked at leaves the next: an attack may be beside it, and the whole says so too.
        Assert.True(part.Confidence != Confidence.High || whole.Confidence == Confidence.High);
        Assert.InRange(part.Summary.Length, 1, 500);
    });

    private static readonly Gen<AuthenticationEvidence> AnyEvidence = Gen.Select(
        Gen.Select(Pick.Of("USER_AUTH_FAIL user=u{0} ip=198.51.100.23", "USER_AUTH_FAIL user=u{0} ip=192.0.2.{0}", "token expired user=u{0}", "{0}", null!), Gen.Int[0, 40]).Array[0, 60],
        Gen.Select(Pick.Of("DetachRolePolicy", "GetRole", "UpdateUserPool", null!), Gen.Int[-30, 2_000]).Array[0, 4],
        Pick.Of(Issuer, "https://cognito-idp.eu-central-1.amazonaws.com/x", null!).Array[0, 2],
        (lines, changes, issuers) => new AuthenticationEvidence
        {
            Failures = Gathered<DenialLine>.Of([.. lines.Select((line, n) => new DenialLine($"{n}", line.Item1?.Replace("{0}", $"{line.Item2}", StringComparison.Ordinal)))]),
            Changes = Gathered<TrailEvent>.Of([.. changes.Select(change => Change(change.Item1, change.Item2))]),
            Authorizers = Gathered<Authorizer>.Of([.. issuers.Select(issuer => new Authorizer("jwt", "JWT", issuer, ["client-1"]))]),
            Pool = Gathered<UserPool>.Of(new UserPool(Pool, "customers", null)),
        });

    private static TrailEvent Change(string? name, int minutesAgo) => new(name, RunbookContextSample.Now.AddMinutes(-minutesAgo).ToString("O"), "deploy", "false", ["shop"]);

    private static AuthenticationEvidence Failing(int count, Func<int, string> line) => new()
    {
        Failures = Gathered<DenialLine>.Of([.. Enumerable.Range(0, count).Select(n => new DenialLine($"{n}", line(n)))]),
    };

    private static void Holds(string finding, Confidence confidence, AuthenticationEvidence evidence)
    {
        var diagnosis = Assess(evidence);
        Assert.Equal((finding, confidence), (diagnosis.Finding, diagnosis.Confidence));
    }

    private static Diagnosis Assess(AuthenticationEvidence evidence) => AuthenticationAssessment.Assess(evidence, Context, Policy);
}
