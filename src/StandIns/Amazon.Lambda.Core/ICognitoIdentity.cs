namespace Amazon.Lambda.Core;

/// <summary>The Amazon Cognito identity that invoked a function through the AWS Mobile SDK.</summary>
public interface ICognitoIdentity
{
    string IdentityId { get; }

    string IdentityPoolId { get; }
}
