using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Evidence.Authentication;
using IncidentServerless.Domain.Evidence.CostSpike;
using IncidentServerless.Domain.Evidence.DataQuality;
using IncidentServerless.Domain.Evidence.General;
using IncidentServerless.Domain.Evidence.MarketplaceMetering;
using IncidentServerless.Domain.Evidence.PartnerCentral;
using IncidentServerless.Domain.Evidence.SecurityFinding;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Tickets;

namespace IncidentServerless.Workflows.Tests;

/// <summary>Workflows and functions exchange Domain's records: what a workflow writes fits the schema, what it reads is in it.</summary>
public partial class PayloadContractTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static TheoryData<string, string> Payloads
    {
        get
        {
            var tasks = new TheoryData<string, string>();
            foreach (var definition in Definitions.All)
            {
                foreach (var (name, state) in Definitions.Tasks(definition.Name).Where(task => (task.State["Arguments"] as JsonObject)?["Payload"] is not null))
                {
                    tasks.Add(definition.Name, name);
                }
            }

            return tasks;
        }
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Payload_OfALambdaTask_HasEveryRequiredMemberAndNoUnknownOne(string workflow, string state)
    {
        var arguments = Definitions.Tasks(workflow).Single(task => task.Name == state).State["Arguments"]!;
        var payload = arguments["Payload"]!.AsObject();

        var schema = SchemaOf(arguments["FunctionName"]!.GetValue<string>(), payload);

        var members = payload.Select(member => member.Key).ToHashSet();
        Assert.Subset(schema["properties"]!.AsObject().Select(property => property.Key).ToHashSet(), members);
        Assert.Superset(schema["required"]!.AsArray().Select(member => member!.GetValue<string>()).ToHashSet(), members);
    }

    [Fact]
    public void Payload_OfEveryLambdaTask_IsExamined() => Assert.Equal(
        Definitions.All.Sum(definition => Definitions.Tasks(definition.Name).Count(task => task.State["Resource"]!.GetValue<string>().StartsWith("arn:aws:states:::lambda:invoke", StringComparison.Ordinal))),
        Payloads.Count());

    [Theory]
    [InlineData("incident-lifecycle", "review", typeof(IncidentAnswer))]
    [InlineData("paging", "answer", typeof(IncidentAnswer))]
    [InlineData("paging", "step", typeof(PagingStep))]
    [InlineData("paging", "wait", typeof(NextWait))]
    [InlineData("status-updates", "answer", typeof(IncidentAnswer))]
    [InlineData("status-updates", "step", typeof(PagingStep))]
    [InlineData("post-incident", "answer", typeof(IncidentAnswer))]
    [InlineData("post-incident", "step", typeof(PagingStep))]
    [InlineData("runbook-cost-spike", "answer", typeof(IncidentAnswer))]
    [InlineData("runbook-cost-spike", "context", typeof(RunbookContext))]
    [InlineData("runbook-general", "context", typeof(RunbookContext))]
    public void Expressions_ThatReadAnAnswer_NameMembersOfItsRecord(string workflow, string variable, Type record)
    {
        var text = Definitions.All.Single(definition => definition.Name == workflow).Text;
        var read = MemberOf().Matches(text).Where(match => match.Groups[1].Value == variable).Select(match => match.Groups[2].Value).ToHashSet();

        Assert.NotEmpty(read);
        Assert.Subset(PropertiesOf(record), read);
    }

    [Fact]
    public void Expressions_ThatReadACallOfTheStatusPage_NameMembersOfItsRecord()
    {
        var states = Definitions.States("status-updates").Where(state => state.Name.Contains("status page", StringComparison.Ordinal) && state.Name != "Tell the status page");
        var read = states.SelectMany(state => Definitions.Texts(state.State)).SelectMany(text => InputMember().Matches(text)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Equal(PropertiesOf(typeof(StatusPageCall)).Order(), read.Order());
    }

    [Fact]
    public void Expressions_ThatReadACallOfTheTicket_NameMembersOfItsRecord()
    {
        var states = Definitions.States("status-updates").Where(state => state.Name is "Make a ticket" or "Look for the ticket" or "Change the ticket" or "Is there a ticket already?");
        var read = states.SelectMany(state => Definitions.Texts(state.State)).SelectMany(text => InputMember().Matches(text)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Equal(PropertiesOf(typeof(TicketCall)).Order(), read.Order());
    }

    [Theory]
    [InlineData("status-updates")]
    [InlineData("post-incident")]
    public void Expressions_ThatReadAMailToCustomers_NameMembersOfItsRecord(string workflow)
    {
        var task = Definitions.Tasks(workflow).Single(task => task.Name == "Send one mail through SES").State;
        var read = Definitions.Texts(task).SelectMany(text => InputMember().Matches(text)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Equal(PropertiesOf(typeof(CustomerMessage)).Order(), read.Order());
    }

    [Fact]
    public void Expressions_ThatReadADocument_NameMembersOfItsRecord()
    {
        var task = Definitions.Tasks("post-incident").Single(task => task.Name == "Put the document into the bucket").State;
        var read = Definitions.Texts(task).SelectMany(text => InputMember().Matches(text)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Equal(PropertiesOf(typeof(DocumentDraft)).Order(), read.Order());
    }

    [Theory]
    [InlineData("Publish to the topic", typeof(SnsMessage))]
    [InlineData("Send the event to PagerDuty", typeof(PagerDutyMessage))]
    [InlineData("Post to the Slack channel", typeof(SlackMessage))]
    public void Expressions_ThatReadAMessage_NameMembersOfItsRecord(string state, Type record)
    {
        var task = Definitions.Tasks("paging").Single(task => task.Name == state).State;
        var read = Definitions.Texts(task).SelectMany(text => InputMember().Matches(text)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(read);
        Assert.Subset(PropertiesOf(record), read);
    }

    [Theory]
    [InlineData("Publish to the topic")]
    [InlineData("Send the event to PagerDuty")]
    [InlineData("Post to the Slack channel")]
    public void Delivery_OfAChannel_HasExactlyTheRecordsMembers(string state)
    {
        var task = Definitions.Tasks("paging").Single(task => task.Name == state).State;

        foreach (var output in new[] { task["Output"], task["Catch"]![0]!["Output"] })
        {
            Assert.Equal(PropertiesOf(typeof(Delivery)).Order(), output!.AsObject().Select(member => member.Key).Order());
        }
    }

    [Fact]
    public void Steps_InConditionsOfRemediation_AreAllKindsOfStep()
    {
        var conditions = Definitions.States("runbook-cost-spike").Single(state => state.Name == "What is there to do?").State["Choices"]!.AsArray().Select(rule => rule!["Condition"]!.GetValue<string>());

        var steps = WordsOf<StepKind>().Select(step => $"{{% $answer.remediation.do = '{step}' %}}");
        Assert.Equal(steps.Order(), conditions.Where(condition => condition.Contains("remediation", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData("paging")]
    [InlineData("status-updates")]
    [InlineData("post-incident")]
    public void ConditionsOnTheAction_TakenTogether_KnowEveryAction(string workflow)
    {
        var conditions = Definitions.States(workflow).Single(state => state.Name == "What is there to do?").State["Choices"]!.AsArray();

        var actions = WordsOf<PagingAction>().Where(action => action != "mail" || workflow != "paging").Select(action => $"{{% $step.action = '{action}' %}}");
        Assert.Equal(actions.Order(), conditions.Select(rule => rule!["Condition"]!.GetValue<string>()).Where(condition => condition.StartsWith("{% $step.action", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Statuses_InConditions_ExistInTheRecord(string workflow)
    {
        var statuses = Enum.GetNames<IncidentStatus>();

        // SQL has statuses of its own.
        var expressions = Definitions.Texts(JsonNode.Parse(Definitions.All.Single(definition => definition.Name == workflow).Text)).Where(text => text.StartsWith("{%", StringComparison.Ordinal));
        Assert.All(expressions.SelectMany(text => StatusCompared().Matches(text)), match => Assert.Contains(match.Groups[1].Value, statuses));
    }

    public static TheoryData<string> Names => Definitions.Names;

    private static IEnumerable<string> WordsOf<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => JsonSerializer.SerializeToNode(value, Options)!.GetValue<string>());

    private static JsonNode SchemaOf(string function, JsonObject payload)
    {
        if (function == $"${{{Placeholders.ComposeMessage}}}")
        {
            return Options.GetJsonSchemaAsNode(typeof(PagingRequest));
        }

        if (function == $"${{{Placeholders.BeginRunbook}}}")
        {
            return Options.GetJsonSchemaAsNode(typeof(RunbookRequest));
        }

        if (function == $"${{{Placeholders.AssessEvidence}}}")
        {
            return Options.GetJsonSchemaAsNode(typeof(AssessmentRequest));
        }

        Assert.Equal("kind", payload.First().Key);
        Assert.Equal($"${{{Placeholders.RecordIncident}}}", function);
        var kind = payload["kind"]!.GetValue<string>();
        var schema = Options.GetJsonSchemaAsNode(typeof(IncidentCommand).Assembly.GetTypes()
            .Single(type => type.IsSubclassOf(typeof(IncidentCommand)) && !type.IsAbstract && JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name) == kind));
        schema["properties"]!["kind"] = new JsonObject();
        return schema;
    }

    /// <summary>Which record a runbook's evidence is read into.</summary>
    public static TheoryData<string, Type> EvidenceRecords => new()
    {
        { "partner-central", typeof(PartnerCentralEvidence) },
        { "authentication", typeof(AuthenticationEvidence) },
        { "cost-spike", typeof(CostSpikeEvidence) },
        { "general", typeof(GeneralEvidence) },
        { "marketplace-metering", typeof(MeteringEvidence) },
        { "data-quality", typeof(DataQualityEvidence) },
        { "security-finding", typeof(SecurityEvidence) },
    };

    [Theory]
    [MemberData(nameof(EvidenceRecords))]
    public void Evidence_ThatARunbookGathers_IsWhatItsRecordHolds(string runbook, Type record)
    {
        var branches = Definitions.States($"runbook-{runbook}").Single(state => state.Name == "Gather the evidence").State["Branches"]!.AsArray()
            .Select(branch => EvidenceOf().Match(string.Join('\n', branch!["States"]!.AsObject().Select(state => state.Key))).Groups[1].Value);

        Assert.Equal(PropertiesOf(record).Order(), branches.Order());
        Assert.Contains(runbook, WorkflowDefinitions.Runbooks);
        Assert.Equal(WorkflowDefinitions.Runbooks.Count, EvidenceRecords.Count());
    }

    /// <summary>What is written by hand has the names of its properties too; the tests of Domain hold that.</summary>
    private static HashSet<string> PropertiesOf(Type record) => Options.GetTypeInfo(record) is { Kind: JsonTypeInfoKind.Object } described
        ? described.Properties.Select(property => property.Name).ToHashSet()
        : record.GetProperties().Where(property => property.CanWrite).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet();

    [GeneratedRegex("Evidence of (\\w+) is missing")]
    private static partial Regex EvidenceOf();

    [GeneratedRegex(@"\$(\w+)\.(\w+)")]
    private static partial Regex MemberOf();

    [GeneratedRegex(@"\$states\.input\.(\w+)")]
    private static partial Regex InputMember();

    [GeneratedRegex(@"\.status = '(\w+)'")]
    private static partial Regex StatusCompared();
}
