using System.Text.Json.Nodes;
using IncidentServerless.EventPatterns;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Queues;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>How a queue feeds a function.</summary>
/// <param name="BatchSize">At most so many messages an invocation; Lambda's default is 10.</param>
/// <param name="Window">How long it gathers messages before it invokes with fewer than a full batch.</param>
/// <param name="MaximumConcurrency">At most so many invocations at the same time.</param>
/// <param name="ReportsItemFailures">The function says which messages of a batch failed.</param>
/// <param name="Filters">A message that fits none of them is deleted unseen; empty for no filter.</param>
internal sealed record EventSourceSettings(int BatchSize, TimeSpan Window, int MaximumConcurrency, bool ReportsItemFailures, IReadOnlyList<EventPattern> Filters);

/// <summary>Reads a queue for a function, in batches ("Using Lambda with Amazon SQS", Lambda developer guide).</summary>
internal sealed class EventSourceMapping
{
    // The least possible delay: the reading waits until nothing holds the clock, so that messages sent together are read together.
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);

    private readonly Lock gate = new();
    private readonly MessageQueue queue;
    private readonly FunctionConfiguration function;
    private readonly EventSourceSettings settings;
    private readonly LambdaService lambda;
    private readonly ICloudClock clock;
    private IDisposable? reading;
    private bool atOnce;
    private int running;

    public EventSourceMapping(MessageQueue queue, FunctionConfiguration function, EventSourceSettings settings, LambdaService lambda, ICloudClock clock)
    {
        this.queue = queue;
        this.function = function;
        this.settings = settings;
        this.lambda = lambda;
        this.clock = clock;
        queue.Available += ReadSoon;
    }

    public void Stop()
    {
        queue.Available -= ReadSoon;
        lock (gate)
            reading?.Dispose();
    }

    // Called under the queue's lock: so the queue is never asked under the gate.
    private void ReadSoon()
    {
        var now = settings.Window == TimeSpan.Zero || queue.VisibleCount >= settings.BatchSize;
        lock (gate)
        {
            if (reading is not null && (atOnce || !now))
                return;
            reading?.Dispose();
            atOnce = now;
            reading = clock.Schedule(clock.UtcNow + (now ? Moment : settings.Window), ReadAsync);
        }
    }

    private Task ReadAsync()
    {
        lock (gate)
            reading = null;
        while (Interlocked.Increment(ref running) <= settings.MaximumConcurrency && queue.Receive(settings.BatchSize) is { Count: > 0 } batch)
            clock.Schedule(clock.UtcNow, () => HandleAsync(batch));
        Interlocked.Decrement(ref running);
        return Task.CompletedTask;
    }

    private async Task HandleAsync(IReadOnlyList<QueueMessage> received)
    {
        var batch = received.Where(Wanted).ToList();
        foreach (var unwanted in received.Except(batch))
            queue.Delete(unwanted.ReceiptHandle!);
        if (batch.Count > 0)
            await HandleWantedAsync(batch);
        Interlocked.Decrement(ref running);
        if (queue.VisibleCount > 0)
            ReadSoon();
    }

    private bool Wanted(QueueMessage message)
    {
        if (settings.Filters.Count == 0)
            return true;
        var record = SqsMessageJson.LambdaRecord(message, queue.Arn, queue.Arn.Split(':')[3]);
        record["body"] = JsonText.TryParse(message.Body) ?? message.Body;
        var text = record.Compact();
        return settings.Filters.Any(filter => filter.Matches(text));
    }

    private async Task HandleWantedAsync(IReadOnlyList<QueueMessage> batch)
    {
        // A queue may deliver a message twice, even into one batch.
        var receipts = batch.Select(message => (message.MessageId, Handle: message.ReceiptHandle!)).ToLookup(receipt => receipt.MessageId, receipt => receipt.Handle);
        var payload = new JsonObject { ["Records"] = new JsonArray([.. batch.Select(message => SqsMessageJson.LambdaRecord(message, queue.Arn, queue.Arn.Split(':')[3]))]) };
        foreach (var done in await InvokeAsync(payload.Compact(), [.. receipts.Select(receipt => receipt.Key)]))
            foreach (var handle in receipts[done])
                queue.Delete(handle);
    }

    /// <returns>The ids of the messages that are done. The others show again when their visibility timeout ends.</returns>
    private async Task<IReadOnlyCollection<string>> InvokeAsync(string payload, IReadOnlyCollection<string> messageIds)
    {
        try
        {
            var result = await lambda.InvokeAsync(function.Name, payload);
            return !result.Succeeded ? [] : settings.ReportsItemFailures ? BatchResponse.Done(result.Payload, messageIds) : messageIds;
        }
        catch (AwsError)
        {
            // Throttled: as after a failure, the messages come again.
            return [];
        }
    }
}
