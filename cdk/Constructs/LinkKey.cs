using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Constructs;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>The key that signs responders' links. It outlives the stack: a key that is deleted by mistake cannot be had back, and every link that was sent would be void.</summary>
internal sealed class LinkKey(Construct scope, string id) : Key(scope, id, new KeyProps
{
    Description = "Signs the links by which responders acknowledge and resolve incidents",
    KeySpec = KeySpec.HMAC_256,
    KeyUsage = KeyUsage.GENERATE_VERIFY_MAC,
    RemovalPolicy = RemovalPolicy.RETAIN,
});
