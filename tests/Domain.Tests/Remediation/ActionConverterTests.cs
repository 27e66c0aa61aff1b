using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;

namespace IncidentServerless.Domain.Tests.Remediation;

/// <summary>Actions are read and written by hand: a member that one side forgets would be lost in a stored incident.</summary>
public class ActionConverterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<Type> Kinds() => [.. typeof(RemediationAction).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RemediationAction)))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Action_OfAnyKind_IsReadAsItWasWritten(Type kind)
    {
        var action = Filled(kind);
        var text = Write(action);

        Assert.StartsWith($"{{\"kind\":\"{action.Name}\",\"targetArn\"", text);
        Assert.All(Members(kind), member => Assert.Contains($"\"{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}\":", text));
        Assert.Equal(text, Write(Read(text)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Action_WithoutOneOfItsMembers_IsRefusedByName(Type kind)
    {
        var whole = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Write(Filled(kind)))!;
        foreach (var name in whole.Keys)
        {
            var fault = Assert.Throws<JsonException>(() => Read(JsonSerializer.Serialize(whole.Where(member => member.Key != name).ToDictionary())));
            Assert.Contains(name, fault.Message);
        }
    }

    [Theory]
    [InlineData("""{"kind":"format-disk","targetArn":"a","targetName":"b"}""", "'format-disk'")]
    [InlineData("""[1]""", "kind")]
    [InlineData("""{"kind":"throttle-function","targetArn":"a","targetName":"b","limit":1.5,"invocationsAnHour":1}""", "limit must be a whole number")]
    [InlineData("""{"kind":"redrive-ingestion","targetArn":"a","targetName":"b","executions":[1]}""", "executions must be a list of texts")]
    [InlineData("""{"kind":"resubmit-usage","targetArn":"a","targetName":"b","secret":"s","database":"d","leftToPeople":0,"records":[1]}""", "records must be a list of objects")]
    public void Action_OfAnotherShape_IsRefusedWithTheReason(string text, string reason) => Assert.Contains(reason, Assert.Throws<JsonException>(() => Read(text)).Message);

    private static string Write(RemediationAction action) => JsonSerializer.SerializeToElement(new Diagnosis { Finding = "f", Summary = "s", Confidence = Confidence.Low, Plan = [new ProposedAction(action, ActionRisk.Low, "b")] }, DomainJson.Default.Diagnosis)
        .GetProperty("plan")[0].GetProperty("action").GetRawText();

    private static RemediationAction Read(string text) => JsonSerializer.Deserialize("{\"finding\":\"f\",\"summary\":\"s\",\"confidence\":\"Low\",\"plan\":[{\"action\":" + text + ",\"risk\":\"Low\",\"because\":\"b\"}]}", DomainJson.Default.Diagnosis)!.Plan[0].Action;

    private static IEnumerable<PropertyInfo> Members(Type kind) => kind.GetProperties().Where(member => member.GetCustomAttribute<RequiredMemberAttribute>() is not null);

    private static RemediationAction Filled(Type kind)
    {
        var action = (RemediationAction)RuntimeHelpers.GetUninitializedObject(kind);
        foreach (var member in Members(kind))
        {
            member.SetValue(action, Example(member));
        }

        return action;
    }

    private static object Example(PropertyInfo member) => member.PropertyType switch
    {
        var type when type == typeof(string) => $"the {member.Name}",
        var type when type == typeof(int) => 7,
        var type when type == typeof(double) => 2.5,
        var type when type == typeof(DateTimeOffset) => Noon,
        var type when type == typeof(ImmutableArray<UsageRecord>) => ImmutableArray.Create(new UsageRecord("1,2", "acme", "api_calls", 5, Noon)),
        _ => ImmutableArray.Create("one", "two"),
    };
}
