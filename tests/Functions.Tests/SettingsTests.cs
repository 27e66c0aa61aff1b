using IncidentServerless.Functions.Configuration;
using IncidentServerless.Workflows;

namespace IncidentServerless.Functions.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Read_EverythingWrong_NamesAllOfIt()
    {
        var fault = Assert.Throws<SettingsException>(() => Settings.Read(FunctionNames.ComposeMessage, new Dictionary<string, string>
        {
            [EnvironmentVariables.TimeoutSeconds] = "soon",
            [EnvironmentVariables.RespondUrl] = "https://example.com/respond",
            [EnvironmentVariables.PersonTopicArns] = "[]",
            [EnvironmentVariables.PageTopicArn] = "arn:aws:sns:eu-west-1:111122223333:page",
            [EnvironmentVariables.LinkKeyArn] = "",
        }));

        Assert.Equal(
            "The environment of ComposeMessage has 8 fault(s): INCIDENT_TABLE is not set; LIFECYCLE_STATE_MACHINE_ARN is not set; "
            + "UPDATES_TOPIC_ARN is not set; POST_MORTEM_BUCKET is not set; LINK_KEY_ARN is not set; FUNCTION_TIMEOUT_SECONDS: 'soon' is no whole number of seconds from 1 to 900; "
            + "RESPOND_URL: 'https://example.com/respond' is no absolute URL with a trailing slash; "
            + "PERSON_TOPIC_ARNS: '[]' is no JSON object of person id to topic ARN.",
            fault.Message);
    }

    [Theory]
    [InlineData(FunctionNames.ClassifyAlarm)]
    [InlineData(FunctionNames.ClassifyCost)]
    [InlineData(FunctionNames.ClassifyFinding)]
    [InlineData(FunctionNames.ClassifyHealth)]
    [InlineData(FunctionNames.ClassifyLogs)]
    public void Read_ClassifierThatIsToldNothing_NamesAllThatItNeeds(string classifier) =>
        Assert.Equal(
            $"The environment of {classifier} has 6 fault(s): INCIDENT_TABLE is not set; FUNCTION_TIMEOUT_SECONDS is not set; LIFECYCLE_STATE_MACHINE_ARN is not set; "
            + "PAGE_TOPIC_ARN is not set; LINK_KEY_ARN is not set; RESPOND_URL is not set.",
            Assert.Throws<SettingsException>(() => Settings.Read(classifier, new Dictionary<string, string>())).Message);

    [Fact]
    public void Read_WhatAFunctionDoesNotNeed_MayBeAbsent()
    {
        var settings = Settings.Read(FunctionNames.RecordIncident, new Dictionary<string, string>
        {
            [EnvironmentVariables.IncidentTable] = "incidents",
            [EnvironmentVariables.TimeoutSeconds] = "20",
        });

        Assert.Equal(("incidents", TimeSpan.FromSeconds(20)), (settings.Table, settings.Timeout));
        Assert.Contains("PAGE_TOPIC_ARN", Assert.Throws<InvalidOperationException>(() => settings.PageTopicArn).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PersonTopics_AreKnownById()
    {
        var settings = Settings.Read(FunctionNames.ComposeMessage, new Dictionary<string, string>
        {
            [EnvironmentVariables.IncidentTable] = "incidents",
            [EnvironmentVariables.TimeoutSeconds] = "20",
            [EnvironmentVariables.LifecycleArn] = "arn:aws:states:eu-west-1:111122223333:stateMachine:lifecycle",
            [EnvironmentVariables.PageTopicArn] = "arn:aws:sns:eu-west-1:111122223333:page",
            [EnvironmentVariables.UpdatesTopicArn] = "arn:aws:sns:eu-west-1:111122223333:updates",
            [EnvironmentVariables.PostMortemBucket] = "post-mortems",
            [EnvironmentVariables.LinkKeyArn] = "arn:aws:kms:eu-west-1:111122223333:key/1",
            [EnvironmentVariables.RespondUrl] = "https://example.com/",
            [EnvironmentVariables.PersonTopicArns] = """{"ana":"arn:aws:sns:eu-west-1:111122223333:ana"}""",
        });

        Assert.Equal("arn:aws:sns:eu-west-1:111122223333:ana", settings.PersonTopics["ana"]);
    }
}
