namespace IncidentServerless.EventPatterns.Tests.Operators;

public class CidrTests
{
    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.255", true)]
    [InlineData("10.0.0.0/24", "10.0.1.0", false)]
    [InlineData("10.0.0.77/24", "10.0.0.1", true)]
    [InlineData("192.0.2.4/31", "192.0.2.5", true)]
    [InlineData("192.0.2.4/31", "192.0.2.6", false)]
    [InlineData("0.0.0.0/0", "255.255.255.255", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("10.0.0.0/8", "10.0.0", false)]
    [InlineData("10.0.0.0/8", "10.0.0.256", false)]
    [InlineData("10.0.0.0/8", "10.0.0.1.1", false)]
    [InlineData("10.0.0.0/8", "a name", false)]
    [InlineData("2001:db8:1234:1a00::/64", "2001:0db8:1234:1a00:ffff:0:0:1", true)]
    [InlineData("2001:db8:1234:1a00::/64", "2001:db8:1234:1a01::", false)]
    [InlineData("::/0", "fe80::1", true)]
    [InlineData("::/0", "10.0.0.1", false)]
    public void Cidr_String_MatchesAddressesOfTheBlock(string block, string value, bool expected) =>
        Assert.Equal(expected, Given.Accepts($$"""{"cidr": "{{block}}"}""", $"\"{value}\""));

    [Fact]
    public void Cidr_NotAString_DoesNotMatch() => Assert.False(Given.Accepts("""{"cidr": "0.0.0.0/0"}""", "1"));
}
