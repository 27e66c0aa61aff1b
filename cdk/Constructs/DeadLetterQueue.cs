using Amazon.CDK;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>Where messages end that nobody could deliver or process. Kept as long as SQS keeps anything; an alarm says that there are any.</summary>
internal sealed class DeadLetterQueue(Construct scope, string id)
    : Queue(scope, id, new QueueProps { RetentionPeriod = Duration.Days(14) });
