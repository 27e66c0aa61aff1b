using CsCheck;
using IncidentServerless.Domain.Policy;
using IncidentServerless.TimeZones;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Policy;

public class PolicyFaultTests
{
    [Fact]
    public void Read_OneSecretForReportsAndDeeds_IsRefused() => Assert.Equal(
        "channels.webhook.secret: is the secret of reports.webhookSecret too; whoever may report must not be able to end incidents, so name another",
        new PolicyFile().With("channels/webhook/secret", "\"/incident/reports-secret\"").Faults());

    [Fact]
    public void Read_OneMemberOfSlackForTwoPeople_SaysWhoseItIsAlready()
    {
        Assert.Equal(
            "people.bo.slack: is ana's too; a member of Slack is one person",
            new PolicyFile().With("people/bo", """{ "name": "Bo", "slack": "U024BE7LH" }""").Faults());
    }

    [Fact]
    public void Read_ManyFaults_ReportsAllInTheOrderOfTheFile()
    {
        var faults = new PolicyFile()
            .With("severities/SEV1/respondWithin", "\"8d\"")
            .With("severities/SEV2/description", "\"two\\nlines\"")
            .Without("severities/SEV3")
            .With("severities/SEV5", """{ "description": "Rumour", "respondWithin": "1d" }""")
            .With("routes/0/severity", "\"SEV9\"")
            .With("routes/0/sevrity", "\"SEV1\"")
            .With("routes/1/name", "\"Checkout\"")
            .With("routes/1/type", "3")
            .With("routes/1/when", "{}")
            .Without("fallback/type")
            .With("escalation/SEV1/levels/1/wait", "\"5 minuts\"")
            .With("escalation/SEV1/levels/0/people", """["anna", "ana", "ana"]""")
            .With("escalation/SEV2/levels", "[]")
            .With("escalation/SEV3/kind", "\"ticket\"")
            .With("escalation/SEV3/levels/0/channels", """["sms"]""")
            .With("escalation/SEV4/levels/0/channels", """["slack", "pagerDuty"]""")
            .With("recovery", "\"15m\"")
            .With("linksExpireAfter", "604800")
            .With("people/Bob Ray", """{ "name": " ", "phone": "+1" }""")
            .With("channels", """{ "teams": {} }""")
            .Faults();

        Snapshot.Match(faults);
    }

    [Theory]
    [InlineData("drill/every", "\"day\"", "drill.every: is \"day\"; expected Sunday, Monday, Tuesday, Wednesday, Thursday, Friday or Saturday")]
    [InlineData("drill/at", "\"24:00\"", "drill.at: is \"24:00\"; expected a time of day in UTC like 02:00")]
    [InlineData("drill/severity", "\"SEV3\"", "drill.severity: is \"SEV3\", of which escalation says \"notice\"; a drill tests pages, so name a severity of the kind \"page\"")]
    [InlineData("drill/severity", "\"SEV7\"", "drill.severity: is \"SEV7\"; expected SEV1, SEV2, SEV3 or SEV4")]
    [InlineData("severityRises/0/evidence", "\"data\"", "severityRises[0].evidence: is \"data\"; expected tenants, alerts or data-impact")]
    [InlineData("severityRises/0/atLeast", "0", "severityRises[0].atLeast: is 0; expected a whole number from 1 to 1000")]
    [InlineData("correlation/sameTypeAndTenant", "\"25h\"", "correlation.sameTypeAndTenant: \"25h\" is out of range; allowed is 0s to 1d")]
    [InlineData("correlation/storm", "false", "correlation.storm: is false; expected an object with incidents and within")]
    [InlineData("correlation/storm/incidents", "1", "correlation.storm.incidents: is 1; expected a whole number from 2 to 100")]
    [InlineData("correlation/storm/within", "\"2h\"", "correlation.storm.within: \"2h\" is out of range; allowed is 1m to 1h")]
    [InlineData("severities", "[]", "severities: is a list; expected an object with a row for each severity")]
    [InlineData("routes", "{}", "routes: is an object; expected a list of routes")]
    [InlineData("routes/0", "null", "routes[0]: is null; expected an object with name, when, type and severity")]
    [InlineData("routes/0/name", "\"fallback\"", "routes[0].name: \"fallback\" is what signals say that no route matches; choose another name")]
    [InlineData("routes/0/name", "\"unreadable cost mail\"", "routes[0].name: \"unreadable cost mail\" is what messages to the cost topic say that cannot be read; choose another name")]
    [InlineData("routes/0/name", "\"\"", "routes[0].name: is empty; expected a name of up to 80 characters")]
    [InlineData("severities/SEV1/description", "true", "severities.SEV1.description: is true; expected what the severity means, in up to 200 characters")]
    [InlineData("severities/SEV1/respondWithin", "\"59s\"", "severities.SEV1.respondWithin: \"59s\" is out of range; allowed is 1m to 7d")]
    [InlineData("severities/SEV1/respondWithin", "15", "severities.SEV1.respondWithin: 15 is not a duration; write it like 30s, 5m, 1h or 7d")]
    [InlineData("linksExpireAfter", "\"31d\"", "linksExpireAfter: \"31d\" is out of range; allowed is 1h to 30d")]
    [InlineData("recovery/reopenWithin", "\"169h\"", "recovery.reopenWithin: \"169h\" is out of range; allowed is 0s to 7d")]
    [InlineData("escalation/SEV1/levels/0/channels", "[]", "escalation.SEV1.levels[0].channels: is empty; expected a list of at least one channel")]
    [InlineData("escalation/SEV1/levels/0/channels", "[\"sns\", \"sns\"]", "escalation.SEV1.levels[0].channels[1]: \"sns\" is in the list already")]
    [InlineData("escalation/SEV1/levels/0/people", "[\"zoe\"]", "escalation.SEV1.levels[0].people[0]: \"zoe\" is nobody under \"people\"; known are ana")]
    [InlineData("channels/pagerDuty/ownsEscalation", "\"yes\"", "channels.pagerDuty.ownsEscalation: is \"yes\"; expected true or false")]
    [InlineData("channels/pagerDuty/routingKeySecret", "\"my key\"", "channels.pagerDuty.routingKeySecret: is \"my key\"; expected the name of a Secrets Manager secret: letters, digits and /_+=.@-")]
    [InlineData("channels/slack/channel", "\"incidents\"", "channels.slack.channel: is \"incidents\"; write the channel like #incident-response, or its id like C0123456789, without blanks or invisible characters")]
    [InlineData("channels/slack/channel", "\"#inci\\u200bdents\"", "channels.slack.channel: is \"#inci\u200bdents\"; write the channel like #incident-response, or its id like C0123456789, without blanks or invisible characters")]
    [InlineData("extra", "1", "extra: is not known here; known are $schema, severities, routes, fallback, escalation, severityRises, correlation, silences, maintenance, recovery, linksExpireAfter, people, onCall, channels, remediation, runbooks, reports, logs, updates, tickets, drill, customers, aftermath")]
    [InlineData("customers/mail/from", "\"Example <status@example.com>\"", "customers.mail.from: is \"Example <status@example.com>\"; expected an address alone, like status@example.com")]
    [InlineData("customers/mail/contacts/acme", "[]", "customers.mail.contacts.acme: is empty; expected a list of addresses")]
    [InlineData("customers/statusPage/page", "\"my page\"", "customers.statusPage.page: is \"my page\"; expected an id of Statuspage, letters and digits alone, like kctbh9vrtdwd")]
    [InlineData("customers/statusPage/components/Cost", "[]", "customers.statusPage.components.Cost: is no type of incident; known are GeneralIncident, PartnerCentralApiFailure, MarketplaceMeteringFailure, DataQualityDegradation, AuthenticationFailure, CostSpike, SecurityFinding, and all for every other")]
    [InlineData("updates/SEV1", "\"1m\"", "updates.SEV1: \"1m\" is out of range; allowed is 5m to 7d")]
    [InlineData("aftermath/owner", "\"zoe\"", "aftermath.owner: \"zoe\" is nobody under \"people\"; known are ana")]
    [InlineData("aftermath/postMortemAfter", "\"1h\"", "aftermath: tells its steps out of order; summaryAfter, postMortemAfter, prioritiesAfter and followUpAfter must not become shorter from one to the next")]
    [InlineData("logs", "[]", "logs: is a list; expected an object with groups")]
    [InlineData("logs/groups", "\"/ecs/sign-in\"", "logs.groups: is \"/ecs/sign-in\"; expected a list of at most 50 names of log groups")]
    [InlineData("logs/groups/0", "\"/ecs/*\"", "logs.groups[0]: \"/ecs/*\" is no name of a log group; expected letters, digits and _-/.#, in full and without *")]
    [InlineData("logs/groups/0", "\"/aws/lambda/IncidentServerless-Respond\"", "logs.groups[0]: \"/aws/lambda/IncidentServerless-Respond\" is a log of the suite itself: its errors would be signals that make errors; alarms watch its functions")]
    [InlineData("logs/groups", "[\"/a\", \"/b\", \"/a\"]", "logs.groups[2]: \"/a\" is in the list already")]
    [InlineData("logs/pattern", "\"\"", "logs.pattern: is empty; expected a filter pattern of CloudWatch Logs")]
    [InlineData("recovery/reopenWithn", "\"1h\"", "recovery.reopenWithn: is not known here; did you mean \"reopenWithin\"?")]
    public void Read_OneFault_SaysWhereAndWhatWasExpected(string path, string json, string expected) =>
        Assert.Equal(expected, new PolicyFile().With(path, json).Faults());

    [Theory]
    [InlineData("Ana  Lima")]
    [InlineData(" Ana Lima")]
    [InlineData("Ana Lima ")]
    [InlineData("Ana\u00a0Lima")]
    [InlineData("Ana\u200b Lima")]
    [InlineData("\u202eAna Lima")]
    public void Read_NameThatNoSignedLinkCanCarry_IsRefusedAndShownAsItShouldBe(string name)
    {
        const string Problem = "has outer, doubled or special spaces or invisible characters, which no signed link can carry; write it as \"Ana Lima\"";
        Assert.Equal($"people.ana.name: {Problem}", new PolicyFile().With("people/ana/name", $"\"{name}\"").Faults());
        Assert.Equal(
            $"escalation.SEV1.levels[0].notify: {Problem}",
            new PolicyFile().With("escalation/SEV1/levels/0/notify", $"\"{name}\"").Faults());
    }


    [Fact]
    public void Read_NameOfInvisibleCharactersOnly_SaysThatNothingIsToBeSeen() =>
        Assert.Equal(
            "people.ana.name: has only invisible characters; expected the person's name, in up to 80 characters",
            new PolicyFile().With("people/ana/name", "\"\u200b\u2060\"").Faults());

    [Fact]
    public void Read_MoreLogGroupsThanAFunctionsPolicyHolds_AreRefused() =>
        Assert.Equal(
            "logs.groups: has 51 groups; at most 50 are allowed, since each takes room in the function's policy",
            new PolicyFile().With("logs/groups", $"[{string.Join(',', Enumerable.Range(0, 51).Select(number => $"\"/ecs/{number}\""))}]").Faults());

    [Theory]
    [InlineData("\"*\"", "routes[0].when: found ")]
    [InlineData("{ \"alarm\": { \"name\": [{ \"prefxi\": \"a\" }] } }", "routes[0].when.alarm.name[0].prefxi: found ")]
    public void Read_PatternThatEventBridgeRefuses_NamesThePlaceWithinIt(string pattern, string expected) =>
        Assert.StartsWith(expected, new PolicyFile().With("routes/0/when", pattern).Faults());

    [Theory]
    [InlineData("{ \"alarm\": { \"wordz\": [\"metering\"] } }", "routes[0].when: asks for alarm.wordz, which no signal has; did you mean words. Known are name, words, ")]
    [InlineData("{ \"budgets\": { \"alert\": [\"ACTUAL\"] } }", "routes[0].when: asks for budgets, which no signal has; did you mean budget. Known are source, ")]
    [InlineData("{ \"$or\": [{ \"source\": [\"x\"] }, { \"finding.serverity\": [8] }] }", "routes[0].when: asks for finding.serverity, which no signal has; did you mean severity. Known are type, ")]
    [InlineData("{ \"alarm\": { \"name\": { \"first\": [\"x\"] } } }", "routes[0].when: asks for alarm.name.first, which has no members")]
    public void Read_PatternThatAsksForWhatNoSignalHas_SaysSoAndWhatIsMeant(string pattern, string expected) =>
        Assert.StartsWith(expected, new PolicyFile().With("routes/0/when", pattern).Faults());

    [Theory]
    [InlineData("{ \"alarm\": { \"dimensions\": { \"Anything\": [\"x\"] }, \"tags\": { \"team\": [\"y\"] } } }")]
    [InlineData("{ \"alarm.tags.team\": [\"y\"], \"account\": [\"111122223333\"] }")]
    public void Read_PatternWithOwnersNames_IsTaken(string pattern) => Assert.Empty(new PolicyFile().With("routes/0/when", pattern).Faults());

    [Theory]
    [InlineData("channels/pagerDuty/routingKeySecret", "0123456789abcdef0123456789ABCDEF")]
    [InlineData("channels/slack/tokenSecret", "xoxb-1234-abcd")]
    public void Read_SecretItselfInsteadOfItsName_SaysSoWithoutRepeatingIt(string path, string secret)
    {
        var faults = new PolicyFile().With(path, $"\"{secret}\"").Faults();

        Assert.StartsWith($"{path.Replace('/', '.')}: looks like the secret itself", faults);
        Assert.DoesNotContain(secret, faults);
    }

    [Fact]
    public void Read_MemberWrittenTwice_IsFault()
    {
        var json = new PolicyFile().Json.Replace("\"linksExpireAfter\": \"7d\"", "\"linksExpireAfter\": \"7d\", \"linksExpireAfter\": \"8d\"");

        var faulty = Assert.Throws<PolicyException>(() => PolicyReader.Read(json, TzdbTimeZones.All));

        Assert.Equal(new PolicyFault("linksExpireAfter", "is written twice; keep one of them"), Assert.Single(faulty.Faults));
    }

    [Theory]
    [InlineData("", "line 1, column 1: is not JSON. ")]
    [InlineData("{\n  \"routes\": [\n}", "line 3, column 1: is not JSON. ")]
    [InlineData("{}\n{}", "line 2, column 1: is not JSON. ")]
    [InlineData("{\n \"$schema\": \"\\ud83d\" }", "line 2, column 13: is not JSON. ")]
    public void Read_TextThatIsNoJson_NamesLineAndColumn(string json, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<PolicyException>(() => PolicyReader.Read(json)).Message);

    [Fact]
    public void Read_TextWithAnythingCutOrInserted_IsReadOrRefusedWithItsFaults()
    {
        var json = new PolicyFile().Json;
        Gen.Select(Gen.Int[0, json.Length - 1], Gen.Int[0, 30], Gen.OneOf(Gen.String[0, 5], Gen.OneOf("{", "]", ",", "null", "\"", "3", "//", "\\ud800"))).Sample(
            (start, length, insert) =>
            {
                try
                {
                    Assert.NotNull(PolicyReader.Read($"{json[..start]}{insert}{json[Math.Min(start + length, json.Length)..]}", TzdbTimeZones.All));
                }
                catch (PolicyException refused)
                {
                    Assert.All(refused.Faults, fault => Assert.False(string.IsNullOrWhiteSpace(fault.Path) || string.IsNullOrWhiteSpace(fault.Problem)));
                }
            },
            iter: 3_000);
    }

    [Fact]
    public void Read_NoObject_SaysSo() =>
        Assert.Equal("the policy: is a list; expected an object with the runbook's tables", Assert.Throws<PolicyException>(() => PolicyReader.Read("[]")).Message);
}
