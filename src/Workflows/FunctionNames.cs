namespace IncidentServerless.Workflows;

/// <summary>The functions, by the names that choose them (<c>ANNOTATIONS_HANDLER</c>).</summary>
public static class FunctionNames
{
    public const string ClassifyAlarm = "ClassifyAlarm";
    public const string ClassifyCost = "ClassifyCost";
    public const string ClassifyFinding = "ClassifyFinding";
    public const string ClassifyHealth = "ClassifyHealth";
    public const string ClassifyLogs = "ClassifyLogs";
    public const string ReceiveReport = "ReceiveReport";
    public const string AnswerSlack = "AnswerSlack";
    public const string BeginRunbook = "BeginRunbook";
    public const string AssessEvidence = "AssessEvidence";
    public const string RecordIncident = "RecordIncident";
    public const string ComposeMessage = "ComposeMessage";
    public const string Respond = "Respond";
    public const string Reconcile = "Reconcile";
}
