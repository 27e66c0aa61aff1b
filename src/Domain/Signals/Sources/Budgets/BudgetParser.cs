using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.Budgets;

/// <summary>Reads the mails that AWS Budgets publishes to an SNS topic: plain text, which EventBridge never carries.</summary>
internal static class BudgetParser
{
    /// <summary>Whether AWS Budgets wrote it, readable or not.</summary>
    public static bool Recognises(string text, string? subject) => BudgetMail.Read(text, subject).LooksLikeOne;

    /// <summary>Null when it names no budget, or nothing of what the budget alerts about.</summary>
    public static BudgetFacts? Read(CarriedEvent carried)
    {
        var mail = BudgetMail.Read(carried.Text, carried.Sns?.Subject);
        if (mail is not { LooksLikeOne: true, Name: { } name } || mail is { Alert: null, Amount: null, Threshold: null })
        {
            return null;
        }

        return new BudgetFacts
        {
            Name = name,
            Kind = mail.Kind,
            Alert = mail.Alert,
            Amount = mail.Amount,
            Budgeted = mail.Budgeted,
            Threshold = mail.Threshold,
            Account = AwsPlace.Account(mail.AccountId, carried.Sns?.TopicArn),
            Region = AwsPlace.Region(carried.Sns?.TopicArn),
            OccurredAt = EventTime.First(carried.Sns?.Timestamp),
        };
    }
}
