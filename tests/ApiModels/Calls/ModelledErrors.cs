namespace IncidentServerless.ApiModels.Calls;

/// <summary>
/// The errors that AWS's API references list for the operations that the suite calls; npm's models leave them out. Any operation may
/// also give the <see cref="General"/> ones.
/// </summary>
internal static class ModelledErrors
{
    /// <summary>"Common Errors" of the API references, and the older name of one, which the services with the query protocol give.</summary>
    public static IReadOnlySet<string> General { get; } = new HashSet<string>
    {
        "AccessDeniedException", "ExpiredTokenException", "IncompleteSignature", "InternalFailure", "MalformedHttpRequestException", "NotAuthorized",
        "OptInRequired", "RequestAbortedException", "RequestEntityTooLargeException", "RequestExpired", "RequestTimeoutException", "ServiceUnavailable",
        "Throttling", "ThrottlingException", "UnknownOperationException", "UnrecognizedClientException", "ValidationError",
    };

    private static readonly Dictionary<string, string[]> Rows = new()
    {
        ["ApiGatewayV2:GetAuthorizers"] = ["BadRequestException", "NotFoundException", "TooManyRequestsException"],
        ["Budgets:DescribeBudget"] = ["AccessDeniedException", "InternalErrorException", "InvalidParameterException", "NotFoundException", "ThrottlingException"],
        ["Budgets:DescribeBudgets"] = ["AccessDeniedException", "ExpiredNextTokenException", "InternalErrorException", "InvalidNextTokenException", "InvalidParameterException", "NotFoundException", "ThrottlingException"],
        ["CloudFormation:ListStacks"] = [],
        ["CloudTrail:LookupEvents"] = ["InvalidEventCategoryException", "InvalidLookupAttributesException", "InvalidMaxResultsException", "InvalidNextTokenException", "InvalidTimeRangeException", "OperationNotPermittedException", "UnsupportedOperationException"],
        ["CloudWatch:DescribeAlarmHistory"] = ["InvalidNextToken"],
        ["CloudWatch:GetMetricData"] = ["InvalidNextToken"],
        ["CloudWatchLogs:FilterLogEvents"] = ["InvalidParameterException", "ResourceNotFoundException", "ServiceUnavailableException"],
        ["CognitoIdentityProvider:AdminUserGlobalSignOut"] = ["InternalErrorException", "InvalidParameterException", "NotAuthorizedException", "OperationNotEnabledException", "ResourceNotFoundException", "TooManyRequestsException", "UserNotFoundException"],
        ["CognitoIdentityProvider:DescribeUserPool"] = ["InternalErrorException", "InvalidParameterException", "NotAuthorizedException", "ResourceNotFoundException", "TooManyRequestsException", "UserPoolTaggingException"],
        ["CognitoIdentityProvider:DescribeUserPoolClient"] = ["InternalErrorException", "InvalidParameterException", "NotAuthorizedException", "ResourceNotFoundException", "TooManyRequestsException"],
        ["CostExplorer:GetCostAndUsage"] = ["BillExpirationException", "BillingViewHealthStatusException", "DataUnavailableException", "InvalidNextTokenException", "LimitExceededException", "RequestChangedException", "ResourceNotFoundException"],
        ["DynamoDb:GetItem"] = ["InternalServerError", "ProvisionedThroughputExceededException", "RequestLimitExceeded", "ResourceNotFoundException", "ThrottlingException"],
        ["DynamoDb:UpdateItem"] = ["ConditionalCheckFailedException", "InternalServerError", "ItemCollectionSizeLimitExceededException", "ProvisionedThroughputExceededException", "ReplicatedWriteConflictException", "RequestLimitExceeded", "ResourceNotFoundException", "ThrottlingException", "TransactionConflictException"],
        ["Ecs:DescribeServices"] = ["AccessDeniedException", "ClientException", "ClusterNotFoundException", "InvalidParameterException", "ServerException"],
        ["Ecs:ListClusters"] = ["AccessDeniedException", "ClientException", "InvalidParameterException", "ServerException"],
        ["Ecs:ListServices"] = ["AccessDeniedException", "ClientException", "ClusterNotFoundException", "InvalidParameterException", "ServerException"],
        ["AutoScaling:DescribeAutoScalingInstances"] = ["InvalidNextToken", "ResourceContention"],
        ["AutoScaling:DetachInstances"] = ["ResourceContention"],
        ["Ec2:CreateSnapshots"] = [],
        ["Ec2:DescribeInstances"] = [],
        ["Ec2:DescribeSnapshots"] = [],
        ["Ec2:ModifyInstanceAttribute"] = [],
        ["Glue:GetTables"] = ["EntityNotFoundException", "FederationSourceException", "FederationSourceRetryableException", "GlueEncryptionException", "InternalServiceException", "InvalidInputException", "OperationTimeoutException"],
        ["Glue:GetTableVersions"] = ["EntityNotFoundException", "GlueEncryptionException", "InternalServiceException", "InvalidInputException", "OperationTimeoutException"],
        ["GuardDuty:GetFindings"] = ["BadRequestException", "InternalServerErrorException"],
        ["GuardDuty:ListDetectors"] = ["BadRequestException", "InternalServerErrorException"],
        ["Health:DescribeEvents"] = ["InvalidPaginationToken", "UnsupportedLocale", "SubscriptionRequiredException"],
        ["Iam:DeleteRolePolicy"] = ["LimitExceeded", "NoSuchEntity", "ServiceFailure", "UnmodifiableEntity"],
        ["Iam:DeleteUserPolicy"] = ["LimitExceeded", "NoSuchEntity", "ServiceFailure"],
        ["Iam:GetRolePolicy"] = ["NoSuchEntity", "ServiceFailure"],
        ["Iam:GetUserPolicy"] = ["NoSuchEntity", "ServiceFailure"],
        ["Iam:ListAccessKeys"] = ["NoSuchEntity", "ServiceFailure"],
        ["Iam:PutRolePolicy"] = ["LimitExceeded", "MalformedPolicyDocument", "NoSuchEntity", "ServiceFailure", "UnmodifiableEntity"],
        ["Iam:PutUserPolicy"] = ["LimitExceeded", "MalformedPolicyDocument", "NoSuchEntity", "ServiceFailure"],
        ["Iam:UpdateAccessKey"] = ["LimitExceeded", "NoSuchEntity", "ServiceFailure"],
        ["Iam:SimulatePrincipalPolicy"] = ["InvalidInput", "NoSuchEntity", "PolicyEvaluation"],
        ["Lambda:DeleteFunctionConcurrency"] = ["InvalidParameterValueException", "ResourceConflictException", "ResourceNotFoundException", "ServiceException", "TooManyRequestsException"],
        ["Lambda:GetAccountSettings"] = ["ServiceException", "TooManyRequestsException"],
        ["Lambda:GetFunctionConcurrency"] = ["InvalidParameterValueException", "ResourceNotFoundException", "ServiceException", "TooManyRequestsException"],
        ["Lambda:PutFunctionConcurrency"] = ["InvalidParameterValueException", "ResourceConflictException", "ResourceNotFoundException", "ServiceException", "TooManyRequestsException"],
        ["MarketplaceEntitlement:GetEntitlements"] = ["InternalServiceErrorException", "InvalidParameterException", "ThrottlingException"],
        ["MarketplaceMetering:BatchMeterUsage"] = ["DisabledApiException", "InternalServiceErrorException", "InvalidCustomerIdentifierException", "InvalidLicenseException", "InvalidProductCodeException", "InvalidTagException", "InvalidUsageAllocationsException", "InvalidUsageDimensionException", "ThrottlingException", "TimestampOutOfBoundsException"],
        ["RdsData:ExecuteStatement"] = ["AccessDeniedException", "BadRequestException", "DatabaseErrorException", "DatabaseNotFoundException", "DatabaseResumingException", "DatabaseUnavailableException", "ForbiddenException", "HttpEndpointNotEnabledException", "InternalServerErrorException", "InvalidResourceStateException", "InvalidSecretException", "NotFoundException", "SecretsErrorException", "ServiceUnavailableError", "StatementTimeoutException", "TransactionNotFoundException", "UnsupportedResultException"],
        ["RedshiftData:CancelStatement"] = ["DatabaseConnectionException", "InternalServerException", "QueryTimeoutException", "ResourceNotFoundException", "ValidationException"],
        ["RedshiftData:DescribeStatement"] = ["InternalServerException", "ResourceNotFoundException", "ValidationException"],
        ["RedshiftData:ExecuteStatement"] = ["ActiveSessionsExceededException", "ActiveStatementsExceededException", "ExecuteStatementException", "InternalServerException", "ValidationException"],
        ["RedshiftData:GetStatementResult"] = ["InternalServerException", "ResourceNotFoundException", "ValidationException"],
        ["RedshiftData:ListStatements"] = ["InternalServerException", "ResourceNotFoundException", "ValidationException"],
        // The SDK names NoSuchKey for every operation of S3.
        ["S3:CopyObject"] = ["NoSuchKey", "ObjectNotInActiveTierError"],
        ["S3:DeleteObject"] = [],
        ["S3:HeadObject"] = ["NoSuchKey"],
        ["S3:DeletePublicAccessBlock"] = [],
        // What its model does not list, AccessDenied among it, Step Functions calls S3.S3Exception.
        ["S3:GetBucketPolicyStatus"] = ["S3Exception"],
        ["S3:GetPublicAccessBlock"] = ["S3Exception"],
        ["S3:PutPublicAccessBlock"] = [],
        ["S3:PutObject"] = ["EncryptionTypeMismatch", "InvalidRequest", "InvalidWriteOffset", "TooManyParts"],
        ["Ssm:UpdateOpsItem"] = ["InternalServerError", "OpsItemAccessDeniedException", "OpsItemAlreadyExistsException", "OpsItemConflictException", "OpsItemInvalidParameterException", "OpsItemLimitExceededException", "OpsItemNotFoundException"],
        ["SesV2:SendEmail"] = ["AccountSuspendedException", "BadRequestException", "LimitExceededException", "MailFromDomainNotVerifiedException", "MessageRejected", "NotFoundException", "SendingPausedException", "TooManyRequestsException"],
        ["Sfn:DescribeExecution"] = ["ExecutionDoesNotExist", "InvalidArn", "KmsAccessDeniedException", "KmsInvalidStateException", "KmsThrottlingException"],
        ["Sfn:ListExecutions"] = ["InvalidArn", "InvalidToken", "ResourceNotFound", "StateMachineDoesNotExist", "StateMachineTypeNotSupported", "ValidationException"],
        ["Sfn:RedriveExecution"] = ["ExecutionDoesNotExist", "ExecutionLimitExceeded", "ExecutionNotRedrivable", "InvalidArn", "ValidationException"],
        ["Sfn:StartExecution"] = ["ExecutionAlreadyExists", "ExecutionLimitExceeded", "InvalidArn", "InvalidExecutionInput", "InvalidName", "KmsAccessDeniedException", "KmsInvalidStateException", "KmsThrottlingException", "StateMachineDeleting", "StateMachineDoesNotExist", "ValidationException"],
        ["Ssm:CreateOpsItem"] = ["InternalServerError", "OpsItemAccessDeniedException", "OpsItemAlreadyExistsException", "OpsItemInvalidParameterException", "OpsItemLimitExceededException"],
        ["Ssm:DescribeOpsItems"] = ["InternalServerError"],
        ["Ssm:GetParameter"] = ["InternalServerError", "InvalidKeyId", "ParameterNotFound", "ParameterVersionNotFound"],
        ["Ssm:PutParameter"] = ["HierarchyLevelLimitExceededException", "HierarchyTypeMismatchException", "IncompatiblePolicyException", "InternalServerError", "InvalidAllowedPatternException", "InvalidKeyId", "InvalidPolicyAttributeException", "InvalidPolicyTypeException", "ParameterAlreadyExists", "ParameterLimitExceeded", "ParameterMaxVersionLimitExceeded", "ParameterPatternMismatchException", "PoliciesLimitExceededException", "TooManyUpdates", "UnsupportedParameterType"],
        ["Support:CreateCase"] = ["AttachmentSetExpired", "AttachmentSetIdNotFound", "CaseCreationLimitExceeded", "InternalServerError", "ThrottlingException", "SubscriptionRequiredException"],
        ["Support:DescribeCases"] = ["CaseIdNotFound", "InternalServerError", "SubscriptionRequiredException"],
        ["Wafv2:GetIPSet"] = ["WAFInternalErrorException", "WAFInvalidOperationException", "WAFInvalidParameterException", "WAFNonexistentItemException"],
        ["Wafv2:UpdateIPSet"] = ["WAFDuplicateItemException", "WAFInternalErrorException", "WAFInvalidOperationException", "WAFInvalidParameterException", "WAFLimitsExceededException", "WAFNonexistentItemException", "WAFOptimisticLockException"],
    };

    /// <returns>Null when there is no row for the operation.</returns>
    public static IReadOnlyList<string>? Of(string errorPrefix, string operation) => Rows.GetValueOrDefault($"{errorPrefix}:{operation}");
}
