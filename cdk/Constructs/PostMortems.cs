using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>The bucket of post-mortems. It stays when the stack goes, and keeps what people overwrite.</summary>
internal sealed class PostMortems : Construct
{
    public PostMortems(Construct scope, string id)
        : base(scope, id) => Bucket = new Bucket(this, "Bucket", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            Versioned = true,
            RemovalPolicy = RemovalPolicy.RETAIN,
        });

    public Bucket Bucket { get; }

    /// <summary>Where workflows put documents.</summary>
    public string ObjectsArn => Bucket.ArnForObjects("*");
}
