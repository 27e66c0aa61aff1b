using System.Reflection;
using System.Text.Json;
using CsCheck;
using IncidentServerless.Domain.Evidence;

namespace IncidentServerless.Domain.Tests.Evidence;

public class EvidenceReaderTests
{
    private static readonly Func<JsonElement, object>[] Readers = [EvidenceReader.PartnerCentral, EvidenceReader.Authentication, EvidenceReader.CostSpike, EvidenceReader.General, EvidenceReader.SecurityFinding, EvidenceReader.MarketplaceMetering, EvidenceReader.DataQuality];

    /// <summary>Whatever a record holds is read under its own name in camel case, and so is every member of its entries.</summary>
    [Fact]
    public void Read_EveryKindOfEveryRunbook_FillsEveryMember()
    {
        foreach (var reader in Readers)
        {
            var kinds = reader(JsonSerializer.SerializeToElement(new { })).GetType().GetProperties().Where(property => property.PropertyType.IsGenericType);
            foreach (var kind in kinds)
            {
                var item = kind.PropertyType.GetGenericArguments()[0];
                var entry = item.GetProperties().ToDictionary(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name), Example);
                var evidence = new Dictionary<string, object> { [JsonNamingPolicy.CamelCase.ConvertName(kind.Name)] = new { items = new[] { entry } } };

                var gathered = kind.GetValue(reader(JsonSerializer.SerializeToElement(evidence)))!;

                var read = ((System.Collections.IEnumerable)gathered.GetType().GetProperty("Items")!.GetValue(gathered)!).Cast<object>().Single();
                Assert.All(item.GetProperties(), member => Assert.True(member.GetValue(read) is not null, $"{item.Name}.{member.Name} is not read."));
            }
        }
    }

    [Fact]
    public void Read_Unavailable_SaysWhy() =>
        Assert.Equal("no such log group", EvidenceReader.PartnerCentral(Json("""{"errors":{"unavailable":"no such log group"}}""")).Errors!.Unavailable);

    [Fact]
    public void Read_NotGathered_IsNull() => Assert.Null(EvidenceReader.General(Json("{}")).Alarms);

    [Fact]
    public void Read_NumberAsText_IsANumber()
    {
        Assert.Equal(4_200, EvidenceReader.CostSpike(Json("""{"tenants":{"items":[{"quota":"4200"}]}}""")).Tenants!.Items[0].Quota);
        Assert.Equal("12.5", EvidenceReader.CostSpike(Json("""{"costs":{"items":[{"amount":12.5}]}}""")).Costs!.Items[0].Amount);
    }

    [Fact]
    public void Read_AnyJson_NeverFails() => AnyJson.Sample(text =>
    {
        using var json = JsonDocument.Parse(text);
        foreach (var reader in Readers)
        {
            Assert.NotNull(reader(json.RootElement));
        }
    });

    private static readonly Gen<string> AnyJson = Gen.Select(
        Pick.Of("errors", "pool", "costs", "alarms", "functions", "failures"),
        Pick.Of("items", "unavailable"),
        Pick.Of("null", "3", "[]", "{}", "[null]", "[[]]", "[1,\"a\"]", "[{}]", """[{"text":{},"values":[1,"x",null],"name":[],"quota":"many","audience":[1,null,"a"]}]""", "\"\\ud800\"", """[{"text":"\ud800","resources":["\udc00"]}]""", "1e999", "true"),
        (kind, member, value) => "{\"" + kind + "\":{\"" + member + "\":" + value + "}}");

    private static object Example(PropertyInfo member) =>
        member.PropertyType == typeof(string) ? "text"
        : member.PropertyType == typeof(double?) ? 1.5
        : member.PropertyType == typeof(bool?) ? true
        : member.PropertyType == typeof(IReadOnlyList<double>) ? new[] { 1.5 }
        : new[] { "text" };

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
