using IncidentServerless.ApiModels.Naming;

namespace IncidentServerless.ApiModels.Tests;

public class StepFunctionsNamesTests
{
    [Theory]
    [InlineData("DynamoDB", "DynamoDb")]
    [InlineData("SFN", "Sfn")]
    [InlineData("Cost Explorer", "CostExplorer")]
    [InlineData("CloudWatch Logs", "CloudWatchLogs")]
    [InlineData("Redshift Data", "RedshiftData")]
    [InlineData("Secrets Manager", "SecretsManager")]
    [InlineData("Config Service", "Config")]
    [InlineData("SESv2", "SesV2")]
    [InlineData("EC2", "Ec2")]
    [InlineData("S3", "S3")]
    public void ErrorPrefix_OfAServiceId_HasOneCapitalForEachWord(string serviceId, string expected) => Assert.Equal(expected, StepFunctionsNames.ErrorPrefix(serviceId));

    [Theory]
    [InlineData("taskDefinition", "TaskDefinition")]
    [InlineData("StackName", "StackName")]
    [InlineData("DBInstanceIdentifier", "DbInstanceIdentifier")]
    [InlineData("SSEKMSKeyId", "SsekmsKeyId")]
    [InlineData("ETag", "ETag")]
    [InlineData("S", "S")]
    [InlineData("NS", "Ns")]
    public void Member_OfAModel_BeginsWithOneCapital(string member, string expected) => Assert.Equal(expected, StepFunctionsNames.Member(member));

    [Theory]
    [InlineData("GetCostAndUsage", "getCostAndUsage")]
    [InlineData("DescribeDBInstances", "describeDBInstances")]
    public void Action_OfAnOperation_BeginsSmall(string operation, string expected) => Assert.Equal(expected, StepFunctionsNames.Action(operation));

    [Theory]
    [InlineData("ResourceNotFoundException", "ResourceNotFoundException")]
    [InlineData("InternalServerError", "InternalServerErrorException")]
    [InlineData("DBInstanceNotFoundFault", "DbInstanceNotFoundException")]
    [InlineData("KMSDisabledException", "KmsDisabledException")]
    public void Error_OfAModel_EndsWithException(string error, string expected) => Assert.Equal(expected, StepFunctionsNames.Error(error));
}
