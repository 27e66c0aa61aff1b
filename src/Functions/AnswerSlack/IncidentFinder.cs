using IncidentServerless.Domain.Incidents;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Storage;

namespace IncidentServerless.Functions.AnswerSlack;

/// <summary>Finds the incident that somebody means.</summary>
public sealed class IncidentFinder(IncidentStore incidents)
{
    /// <summary>Each costs a read, and there are three seconds.</summary>
    private const int MostRead = 40;

    /// <returns>The active ones, newest last, and how many older ones were not looked at.</returns>
    public async Task<(IReadOnlyList<Incident> Active, int Unread)> ActiveAsync(CancellationToken cancellation)
    {
        var open = await incidents.NotClosedAsync(cancellation).ConfigureAwait(false);
        var read = open.Skip(open.Length - MostRead).ToArray();
        var found = await Task.WhenAll(read.Select(id => incidents.FindAsync(id, cancellation))).ConfigureAwait(false);
        return ([.. found.OfType<StoredIncident>().Select(stored => stored.Incident).Where(incident => incident.IsActive)], open.Length - read.Length);
    }

    /// <param name="incidentId">Null where only one can be meant.</param>
    /// <returns>The incident; null when none or several could be meant.</returns>
    /// <exception cref="IncidentNotFoundException">One was named, and there is none of that number.</exception>
    public async Task<Incident?> OneAsync(string? incidentId, CancellationToken cancellation)
    {
        if (incidentId is not null)
        {
            return (await incidents.FindAsync(incidentId, cancellation).ConfigureAwait(false))?.Incident ?? throw new IncidentNotFoundException(incidentId);
        }

        var (active, unread) = await ActiveAsync(cancellation).ConfigureAwait(false);
        return unread == 0 && active is [var only] ? only : null;
    }
}
