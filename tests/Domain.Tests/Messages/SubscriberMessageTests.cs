using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Tests.Policy;
using IncidentServerless.Domain.Tests.PostIncident;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Messages;

/// <summary>The contract with programs that subscribe to a topic.</summary>
public sealed class SubscriberMessageTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(RepositoryFiles.Read("src/Domain/Messages/subscriber-message.schema.json"))!;

    [Fact]
    public void Page_ForAProgram_IsAsVerified() => Snapshot.Match(Data(Message(), IncidentFold.Of([Samples.Opening])!).ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    [Fact]
    public void Message_OfAnIncidentInAnyState_FitsTheSchema() => Assert.All(
        Enumerable.Range(1, Finished.Timeline.Length),
        count => Assert.Empty(Misfits(Schema, Data(Message("update"), IncidentFold.Of(Finished.Timeline.Take(count))!), "$")));

    [Fact]
    public void Message_OfAnyTexts_FitsTheSchemaAndIsOneObject() => Gen.Select(Hostile.Text, Hostile.Texts).Sample((text, texts) =>
        Assert.Empty(Misfits(Schema, Data(Message(), IncidentFold.Of([Samples.Opening with { Title = text, Reason = text, Source = text, Account = text, Region = text, Resources = [.. texts], Tenants = [.. texts] }])!), "$")));

    [Fact]
    public void Message_OfAnIncident_HoldsNoLink() =>
        Assert.DoesNotContain("link=", Data(Message() with { Message = "Acknowledge: https://respond.example/?link=x.y" }, IncidentFold.Of([Samples.Opening])!).ToJsonString());

    [Fact]
    public void Text_OfPublish_GivesPeopleTheTextAndProgramsTheData()
    {
        var texts = JsonNode.Parse(SubscriberMessage.PerProtocol(SubscriberMessage.With(Message(), IncidentFold.Of([Samples.Opening])!)))!.AsObject();

        Assert.Equal(["default", "http", "https", "lambda", "sqs"], texts.Select(each => each.Key));
        Assert.Equal("for people", texts["default"]!.GetValue<string>());
        Assert.All(["http", "https", "lambda", "sqs"], protocol => Assert.Equal(1, (int)JsonNode.Parse(texts[protocol]!.GetValue<string>())!["version"]!));
    }

    [Theory]
    [InlineData("""{ "version": 2 }""")]
    [InlineData("""{ "version": 1, "kind": "dance", "subject": "s", "incident": {} }""")]
    public void Schema_OfWhatDoesNotFit_Notices(string message) => Assert.NotEmpty(Misfits(Schema, JsonNode.Parse(message), "$"));

    private static SnsMessage Message(string kind = "page") => new(null, Samples.Topic, "[SEV1] Page: x", "for people", ImmutableSortedDictionary<string, SnsAttribute>.Empty.Add("kind", new SnsAttribute("String", kind)));

    private static JsonObject Data(SnsMessage message, Incident incident) => SubscriberMessage.With(message, incident with { Id = "INC-20261123-AB7XCD34" }).Data!;

    /// <summary>As much of JSON Schema as the schema uses; what it does not know it refuses.</summary>
    private static IEnumerable<string> Misfits(JsonNode schema, JsonNode? value, string at)
    {
        foreach (var (keyword, rule) in schema.AsObject())
        {
            var fits = keyword switch
            {
                "$schema" or "title" or "description" or "properties" or "items" => true,
                "type" => (rule is JsonArray several ? several.Select(each => each!.GetValue<string>()) : [rule!.GetValue<string>()]).Contains(TypeOf(value)),
                "const" => JsonNode.DeepEquals(rule, value),
                "enum" => rule!.AsArray().Any(each => JsonNode.DeepEquals(each, value)),
                "pattern" => Regex.IsMatch(value!.GetValue<string>(), rule!.GetValue<string>()),
                "required" => value is not JsonObject members || rule!.AsArray().All(name => members.ContainsKey(name!.GetValue<string>())),
                _ => throw new NotSupportedException($"{keyword} is not checked here."),
            };
            if (!fits)
            {
                yield return $"{at}: {keyword}";
            }
        }

        if (value is JsonObject inner && schema["properties"] is JsonObject properties)
        {
            foreach (var misfit in inner.SelectMany(member => properties[member.Key] is { } known ? Misfits(known, member.Value, $"{at}.{member.Key}") : [$"{at}.{member.Key} is not in the schema"]))
            {
                yield return misfit;
            }
        }

        if (value is JsonArray list && schema["items"] is { } item)
        {
            foreach (var misfit in list.SelectMany(each => Misfits(item, each, $"{at}[]")))
            {
                yield return misfit;
            }
        }
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => "integer",
        _ => "boolean",
    };
}
