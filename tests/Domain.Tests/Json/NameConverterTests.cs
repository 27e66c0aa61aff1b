using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Tests.Json;

public sealed class NameConverterTests
{
    [JsonConverter(typeof(NameConverter<Plain>))]
    private enum Plain
    {
        InPlace,
        Undone,
    }

    [JsonConverter(typeof(CamelCaseConverter<Camel>))]
    private enum Camel
    {
        PagerDuty,
    }

    [JsonConverter(typeof(UpperCaseConverter<Upper>))]
    private enum Upper
    {
        Sev2 = 2,
    }

    [Fact]
    public void Name_OfEachSpelling_IsWrittenAndReadBack()
    {
        AssertRoundTrip(Plain.InPlace, "\"InPlace\"");
        AssertRoundTrip(Camel.PagerDuty, "\"pagerDuty\"");
        AssertRoundTrip(Upper.Sev2, "\"SEV2\"");
    }

    [Fact]
    public void Name_AsKey_IsWrittenAndReadBack() =>
        AssertRoundTrip(new Dictionary<Camel, int> { [Camel.PagerDuty] = 3 }, """{"pagerDuty":3}""");

    [Fact]
    public void Name_InAnotherCase_IsRead() => Assert.Equal(Upper.Sev2, JsonSerializer.Deserialize<Upper>("\"sev2\""));

    [Theory]
    [InlineData("\"Gone\"", "'Gone' is none of: InPlace, Undone.")]
    [InlineData("1", "A name was expected, one of: InPlace, Undone.")]
    [InlineData("\"1\"", "'1' is none of: InPlace, Undone.")]
    [InlineData("\"InPlace, Undone\"", "'InPlace, Undone' is none of: InPlace, Undone.")]
    public void Value_ThatIsNoName_IsRefusedWithTheNames(string json, string told)
    {
        var refused = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Plain>(json));

        Assert.StartsWith(told, refused.Message, StringComparison.Ordinal);
    }

    private static void AssertRoundTrip<T>(T value, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(value));
        Assert.Equal(value, JsonSerializer.Deserialize<T>(json));
    }
}
